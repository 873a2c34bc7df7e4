import { useState } from 'preact/hooks';
import { OFFLINE, Problem } from '../api/problem';
import type { BriefVariant } from '../api/model';
import { inContent } from '../i18n/language';
import { saveAsFile } from '../shared/download';
import { Busy, Trouble, useDocument } from '../shared/loading';
import { adopt } from '../styles/adopt';
import rules from '../styles/brief.css?inline';
import file from '../styles/brief.css?url';
import { BriefPaper } from './BriefPaper';
import { say } from './texts';
import { VARIANTS, type Briefs, type Wish } from './wish';

adopt(rules, file);

const TYPES = { md: 'text/markdown', json: 'application/json' } as const;

interface Props {
  /** Tells documents of different places apart. */
  name: string;
  briefs: Briefs;
  first: BriefVariant;
  /** The roles to choose from in that way of filling one; none where the page is about one. */
  rolesFor?: (variant: BriefVariant) => { id: string; name: string }[];
}

/** The draft of a role's profile: how to fill the role, what that looks like, and two files to take along. */
export function BriefSection({ name, briefs, first, rolesFor }: Props) {
  const [variant, setVariant] = useState(first);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const roles = rolesFor?.(variant) ?? [];
  const role = roles.some(({ id }) => id === chosen) ? chosen : roles[0]?.id;
  const nothing = rolesFor !== undefined && role === undefined;
  return (
    <section class="band brief" aria-labelledby="brief-title">
      <h2 id="brief-title">{say('title')}</h2>
      <p class="lead">{say(rolesFor && !briefs.whole ? 'report.lead' : 'role.lead')}</p>
      <Choice name="variant" legend={say('variant')} chosen={variant} choose={(id) => setVariant(id as BriefVariant)} options={VARIANTS.map((id) => ({ id, name: say(`variant.${id}`) }))} />
      {roles.length > 1 && <Choice name="role" legend={say('roles')} chosen={role} choose={setChosen} options={roles} content />}
      {nothing ? <p class="notice" role="status">{say('nothing')}</p> : <Draft key={role} name={name} briefs={briefs} wish={{ variant, role }} />}
    </section>
  );
}

/** @param content whether the names come from the library */
function Choice({ name, legend, chosen, choose, options, content = false }: { content?: boolean; name: string; legend: string; chosen: string | undefined; choose: (id: string) => void; options: { id: string; name: string }[] }) {
  return (
    <fieldset class="brief-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={`brief-${name}`} value={option.id} checked={option.id === chosen} onChange={() => choose(option.id)} />
          <span {...(content ? inContent() : {})}>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Draft({ name, briefs, wish }: { name: string; briefs: Briefs; wish: Wish }) {
  const { data, problem, reload } = useDocument(() => briefs.read(wish), `brief/${name}/${wish.role ?? ''}/${wish.variant}`);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState('');
  const [failed, setFailed] = useState<Problem | null>(null);
  // a library of one's own may have no material for a role
  if (problem?.status === 404) return <p class="notice" role="status">{say('none')}</p>;
  if (problem) return <Trouble problem={problem} retry={reload} />;
  if (!data) return <Busy />;
  const save = async (form: 'json' | 'md') => {
    if (busy) return;
    setBusy(true);
    setSaved('');
    setFailed(null);
    try {
      const as = `${data.role.id}-${data.variant.id}.${form}`;
      saveAsFile(as, TYPES[form], await briefs.file({ ...wish, variant: data.variant.id }, form));
      setSaved(as);
    } catch (caught) {
      setFailed(caught instanceof Problem ? caught : OFFLINE);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="actions brief-tools">
        <button type="button" class="button small" aria-disabled={busy} onClick={() => save('md')}>{say('markdown')}</button>
        <button type="button" class="button quiet small" aria-disabled={busy} onClick={() => save('json')}>{say('json')}</button>
        <span class="hint" role="status">{saved && say('saved', { file: saved })}</span>
      </p>
      {failed && <Trouble problem={failed} />}
      <article class="card brief-paper" {...inContent()} aria-label={say('preview')}><BriefPaper brief={data} /></article>
    </>
  );
}
