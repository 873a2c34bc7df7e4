import { useEffect, useRef, useState } from 'preact/hooks';
import { content } from '../api/operations';
import type { SearchHit, SearchResult } from '../api/model';
import { at, inContent } from '../i18n/language';
import { go, searchAddress } from '../router';
import { Page } from '../shared/Page';
import { Trouble, useDocument } from '../shared/loading';
import { say } from './texts';

/** Nobody pauses as long as this within a word. */
const TYPING_MILLIS = 250;
/** As many characters as the server takes. */
const MOST = 200;

const kinds = ['role', 'scenario', 'guide', 'term', 'instrument'] as const;

/** Where a hit is; of a kind that came later than this page nobody knows. */
function placeOf({ kind, id }: SearchHit): string {
  if (kind === 'role') return at(`/roles/${id}`);
  if (kind === 'scenario') return at(`/scenarios/${id}`);
  if (kind === 'guide') return at(`/guides/${id}`);
  return kind === 'term' ? at(`/glossary#${id}`) : '/questionnaire';
}

/** What is found, while somebody types: once they pause, and only for the last words they typed. */
export function Search({ query }: { query: string }) {
  const [typed, setTyped] = useState(query);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { data, problem, reload } = useDocument((signal) => (query === '' ? Promise.resolve(null) : content.search(query, signal)), `search/${query}`);
  useEffect(() => {
    // another address than that of what was typed: back, forward, the field in the header
    if (query !== typed.trim()) setTyped(query);
  }, [query]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const look = (words: string) => {
    clearTimeout(pause.current);
    if (words.trim() !== query) go(searchAddress(words), 'replace');
  };
  const found = query === '' ? null : data;
  return (
    <Page class="search" title={query === '' ? say('search.title') : `${say('search.title')}: ${found?.query ?? query}`} lead={say('search.lead')}>
      <form
        class="search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        <label class="off-screen" for="search-words">{say('search.field')}</label>
        <input
          type="search"
          id="search-words"
          value={typed}
          maxLength={MOST}
          autocomplete="off"
          onInput={(event) => {
            const words = event.currentTarget.value;
            setTyped(words);
            clearTimeout(pause.current);
            pause.current = setTimeout(() => look(words), TYPING_MILLIS);
          }}
        />
        <button type="submit" class="button primary">{say('search.title')}</button>
      </form>
      {problem && query !== '' ? <Trouble problem={problem} retry={reload} /> : <Found result={found} />}
    </Page>
  );
}

function Found({ result }: { result: SearchResult | null }) {
  const n = result?.items.length ?? 0;
  const count = result && (n > 0 ? say('search.found', { n, query: result.query }) : say('search.nothing', { query: result.query }));
  return (
    <>
      <p class="search-count" role="status">{count}</p>
      {result?.notFound.map(({ word, instead }) => (
        <p key={word} class="search-instead">
          {instead.length === 0 ? say('search.none', { word }) : say('search.instead', { word })}
          {instead.map((other) => <> <a key={other} href={searchAddress(other)}>{other}</a></>)}
        </p>
      ))}
      {result && n === 0 && <p>{say('search.hint')}</p>}
      {result && n > 0 && <ol class="hits">{result.items.map((hit) => <Hit key={`${hit.kind}/${hit.id}`} hit={hit} />)}</ol>}
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const kind = kinds.find((known) => known === hit.kind);
  return (
    <li class="card hit">
      <p class="hit-kind">{kind ? say(`search.kind.${kind}`) : hit.kind}</p>
      <h2 class="as-h3" {...inContent()}><a href={placeOf(hit)}>{hit.title}</a></h2>
      <p {...inContent()}>{hit.snippet.map(({ text, hit: found }, index) => (found ? <mark key={index}>{text}</mark> : text))}</p>
    </li>
  );
}
