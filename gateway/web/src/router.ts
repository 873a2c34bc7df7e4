import { signal } from '@preact/signals';
import { at, language, languageIn, readAt, type Language } from './i18n/language';

/** Where the reader is: a public path, or a place behind a secret that only the fragment carries. */
export interface Place {
  /** The language in the address; only the public library has one there. */
  language: Language | null;
  path: string[];
  fragment: string[] | null;
  query: URLSearchParams;
}

function parts(path: string): string[] {
  return path.split('/').filter(Boolean).map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

/** What the public library consists of, by the first part of the address after the language; the start page has none. */
const LIBRARY = ['roles', 'compare', 'responsibilities', 'scenarios', 'glossary', 'guides', 'search', 'quick-check', 'privacy', 'method', 'example'];

export function placeOf(url: URL): Place {
  const spoken = languageIn(url.pathname);
  return {
    language: spoken,
    path: parts(spoken ? url.pathname.slice(1 + spoken.length) : url.pathname),
    fragment: url.hash.startsWith('#/') ? parts(url.hash.slice(2)) : null,
    query: url.searchParams,
  };
}

const here = () => (typeof location === 'undefined' ? new URL('http://localhost/') : new URL(location.href));

/** Addresses of the library from before it had a language in them lead to it in the reader's. */
export function settled(url: URL, spoken: Language): URL {
  const { language: given, path, fragment } = placeOf(url);
  const library = path[0] === undefined || LIBRARY.includes(path[0]);
  return given || fragment || !library ? url : new URL(`/${spoken}${url.pathname}${url.search}${url.hash}`, url);
}

function arrived(): Place {
  const address = here();
  const known = settled(address, language.peek());
  if (known !== address && typeof history !== 'undefined') history.replaceState(null, '', known);
  const found = placeOf(known);
  if (found.language) readAt(found.language);
  return found;
}

export const place = signal<Place>(arrived());

/** Counts the moves since the page was loaded: the first screen leaves the focus alone. */
export const moves = signal(0);

function arrive(): void {
  moves.value += 1;
  place.value = arrived();
}

/** Another screen at the same address: its heading takes the focus like after any move. */
export function turnPage(): void {
  moves.value += 1;
  scrollTo(0, 0);
}

export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  arrive();
  if (how === 'push') scrollTo(0, 0);
}

/** The address leads elsewhere from the start: no move of the reader, so the focus stays where it is. */
export function redirect(href: string): void {
  history.replaceState(null, '', href);
  place.value = arrived();
}

/** The same page in another language: what the reader looks at stays where it is. */
export function reread(href: string): void {
  history.pushState(null, '', href);
  place.value = arrived();
}

/** The address of what is found for some words. */
export function searchAddress(words: string): string {
  const query = words.trim();
  return at(query === '' ? '/search' : `/search?q=${encodeURIComponent(query)}`);
}

/** Takes over plain clicks on our own links. */
export function listen(): void {
  addEventListener('popstate', arrive);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    go(link.href);
  });
}
