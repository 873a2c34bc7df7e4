import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { organiser } from '../api/operations';
import { OFFLINE, Problem } from '../api/problem';
import { dropTyped, keepTyped, keptTyped } from '../device/forms';
import { knownTeam, rememberOwn, rememberRound, rememberTeam } from '../device/organisers';
import { at, inContent, languageName, offered, reading } from '../i18n/language';
import { go } from '../router';
import { keepForm, setAside, typedBefore } from '../session/leaving';
import { askSession, changeTeams, ended, session as now, useSession } from '../session/session';
import { Page } from '../shared/Page';
import { instruments } from '../shared/instruments';
import { Busy, later, Missing, Trouble, useDocument } from '../shared/loading';
import { Shape } from '../shared/Shape';
import { check, deadlinePassed, EMPTY, entries, initiativesOf, LOWEST_K, previewAddress, roundOf, SMALLEST, SMALLEST_LIVE, teamOf, USUAL_K, type Fault, type RoundForm } from './form';
import { say } from './texts';

const SignInFirst = later(() => import('../session/screens').then((file) => file.SignInFirst));

/** What comes back to the form after signing in, or from another screen. */
interface Typed { form: RoundForm; created?: string }

const fieldOf: Record<Fault, string> = {
  name: 'team-name', 'size.small': 'team-size', 'size.large': 'team-size', 'size.number': 'team-size', 'size.live': 'team-size',
  initiatives: 'initiatives', deadline: 'deadline', k: 'anonymity-level', newcomers: 'newcomers',
};

/** Somebody who is signed in owns the team and needs no link of it; where links are used, too, they get it to see once. */
function remember({ team: { id, name }, organiser: { token, link, recoveryCode } }: Awaited<ReturnType<typeof organiser.createTeam>>): void {
  const state = now.peek();
  if (!state?.signedIn) {
    rememberTeam({ id, name, token, link, recoveryCode });
    return;
  }
  changeTeams((teams) => [...teams, { id, name }]);
  rememberOwn(state.mode === 'both' ? { id, name, link, recoveryCode } : { id, name });
}

/** One page: a team (unless the device knows it) and its round. */
export function Create({ team: teamId }: { team?: string }) {
  const known = teamId === undefined ? undefined : knownTeam(teamId);
  const place = `create/${teamId ?? ''}`;
  const [before] = useState(() => typedBefore<Typed>(place) ?? keptTyped<Typed>(place));
  const session = useSession();
  const [form, setForm] = useState<RoundForm>({ ...EMPTY, ...before?.form });
  const asked = useDocument(instruments, 'instruments');
  const team = useDocument(async () => (known ? (await organiser.team(known.token)).context.initiatives : null), place);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [created, setCreated] = useState(known?.id ?? knownTeam(before?.created ?? '')?.id);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [attempts, problem]);
  useEffect(() => keepForm(place, () => ({ form, created }) satisfies Typed), [form, created]);
  // whoever looks at the questions first, or at anything else, comes back to what was typed, unless there is a round of it
  const typed = useRef<Typed>({ form });
  typed.current = { form, created };
  const opened = useRef(false);
  const [kept, setKept] = useState(true);
  const touched = JSON.stringify(form) !== JSON.stringify(EMPTY);
  useEffect(() => {
    if (opened.current) return;
    if (touched) setKept(keepTyped(place, { form, created } satisfies Typed));
    else dropTyped(place);
  }, [form, created]);
  const clear = () => {
    setForm(EMPTY);
    setFaults([]);
    setProblem(null);
    document.querySelector<HTMLElement>('.create-form input')?.focus();
  };
  useEffect(() => () => { if (!opened.current) setAside(place, typed.current); }, []);
  if (teamId !== undefined && !known) return <Missing />;
  if (session?.mode === 'oidc' && !session.signedIn && !ended.value && created === undefined) return <SignInFirst />;
  // the roles to choose from stand in the middle of the form: it comes when they are known, or cannot be
  if (!asked.data && !asked.problem) return <Busy />;
  const choice = asked.data ?? [];
  const roles = (choice.find(({ id }) => id === form.instrument) ?? choice[0])?.roles ?? [];
  const ways = entries(session?.mode ?? 'links');
  const filled: RoundForm = { ...form, instrument: form.instrument || (choice[0]?.id ?? ''), locale: form.locale || reading.value, entry: ways.includes(form.entry) ? form.entry : ways[0]! };

  const set = <K extends keyof RoundForm>(name: K, value: RoundForm[K]) => setForm((before) => ({ ...before, [name]: value }));
  const size = Number(form.size);

  const submit = async () => {
    if (ended.value) return document.querySelector<HTMLElement>('.ended button')?.focus();
    const found = check(form, created !== undefined);
    setFaults(found);
    setProblem(null);
    setAttempts((times) => times + 1);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      let id = created;
      if (id === undefined) {
        // whether the team is somebody's own is for the server to say, which knows the cookie
        if (!now.peek()) await askSession();
        const answer = await organiser.createTeam(teamOf(filled));
        id = answer.team.id;
        remember(answer);
        setCreated(id);
      }
      const [first] = asked.data ?? (await instruments());
      if (!first) throw new Problem(404, 'not-found', null, null);
      const answer = await organiser.openRound(knownTeam(id)?.token ?? '', roundOf(filled, first.id));
      opened.current = true;
      dropTyped(place);
      rememberRound(id, answer.round.id, { memberLink: answer.member.link, tickets: answer.tickets });
      go(`/#/team/${id}/round/${answer.round.id}/invite`);
    } catch (caught) {
      const failure = caught instanceof Problem ? caught : OFFLINE;
      if (deadlinePassed(failure)) {
        setFaults(['deadline']);
        setAttempts((times) => times + 1);
        return;
      }
      // a session that has ended says so itself, above the page
      if (failure.code !== 'sign-in-needed' || !now.peek()?.signedIn) setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  const field = (id: string, label: string, hint: string | null, control: (described: string | undefined, wrong: boolean) => ComponentChildren) => {
    const fault = faults.find((entry) => fieldOf[entry] === id);
    const described = [fault && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
    return (
      <div class={fault ? 'field wrong' : 'field'}>
        <label for={id}>{label}</label>
        {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
        {fault && <p class="field-error" id={`${id}-error`}>{say(`fault.${fault}`)}</p>}
        {control(described, fault !== undefined)}
      </div>
    );
  };
  const radios = <K extends 'instrument' | 'locale' | 'entry' | 'live' | 'memberResults'>(name: K, legend: string, options: [RoundForm[K], string, string?][]) => (
    <fieldset class="group">
      <legend>{legend}</legend>
      {options.map(([value, label, hint]) => (
        <label key={value} class="choice">
          <input type="radio" name={name} value={value} checked={filled[name] === value} onChange={() => set(name, value)} />
          <span {...(name === 'instrument' ? inContent() : {})}>{label}{hint && <span class="hint">{hint}</span>}</span>
        </label>
      ))}
    </fieldset>
  );

  return (
    <Page class="create" title={known ? say('create.again', { team: known.name }) : say('create.title')} lead={say('create.lead')}>
      <form class="create-form" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {faults.length > 0 && (
          <div class="error-summary" ref={summary} tabIndex={-1} role="alert" aria-labelledby="form-errors">
            <h2 id="form-errors">{say('faults', { n: faults.length })}</h2>
            <ul>
              {faults.map((fault) => (
                <li key={fault}><button type="button" class="as-link" onClick={() => document.getElementById(fieldOf[fault])?.focus()}>{say(`fault.${fault}`)}</button></li>
              ))}
            </ul>
          </div>
        )}
        <section class="card form-card" aria-labelledby="about-team">
          <h2 id="about-team">{say('create.team')}</h2>
          {created === undefined && field('team-name', say('name'), say('name.hint'), (described, wrong) => (
            <input id="team-name" type="text" dir="auto" maxLength={80} autocomplete="off" value={form.name} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('name', event.currentTarget.value)} />
          ))}
          {field('team-size', say('size'), say('size.hint'), (described, wrong) => (
            <input id="team-size" class="short" type="text" inputMode="numeric" autocomplete="off" value={form.size} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('size', event.currentTarget.value)} />
          ))}
          {known && field('newcomers', say('newcomers'), say('newcomers.hint'), (described, wrong) => (
            <input id="newcomers" class="short" type="text" inputMode="numeric" autocomplete="off" value={form.newcomers} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('newcomers', event.currentTarget.value)} />
          ))}
          {size === SMALLEST && <p class="notice">{say('size.four')}</p>}
          {size > 0 && size < SMALLEST && <p class="notice">{say('size.tooFew')} <a href={at('/quick-check')}>{say('size.quick')}</a></p>}
          {created === undefined && field('initiatives', say('initiatives'), say('initiatives.hint'), (described, wrong) => (
            <input id="initiatives" class="short" type="text" inputMode="numeric" autocomplete="off" value={form.initiatives} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('initiatives', event.currentTarget.value)} />
          ))}
          {created === undefined && roles.length > 0 && (
            <fieldset class="group">
              <legend>{say('present')}</legend>
              <p class="hint">{say('present.hint')}</p>
              {roles.map(({ id, side, name }) => (
                <label key={id} class="check">
                  <input type="checkbox" checked={form.rolesPresent.includes(id)} onChange={(event) => set('rolesPresent', event.currentTarget.checked ? [...form.rolesPresent, id] : form.rolesPresent.filter((other) => other !== id))} />
                  <Shape side={side} />
                  <span class="role-name" {...inContent()}>{name}</span>
                </label>
              ))}
            </fieldset>
          )}
          {created === undefined && radios('locale', say('locale'), offered.value.map((code) => [code, languageName(code)]))}
          {choice.length > 1 && radios('instrument', say('instrument'), choice.map(({ id, name, summary }) => [id, name, summary]))}
          {field('deadline', say('deadline'), say('deadline.hint'), (described, wrong) => (
            <input id="deadline" class="middle" type="datetime-local" value={form.deadline} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('deadline', event.currentTarget.value)} />
          ))}
        </section>
        <section class="card form-card" aria-labelledby="about-privacy">
          <h2 id="about-privacy">{say('create.privacy')}</h2>
          <p class="hint">{say('create.privacy.hint')}</p>
          {radios('entry', say('entry'), ways.map((way) => [way, say(`entry.${way}`), say(`entry.${way}.hint`)]))}
          {radios('live', say('while'), [['turnout', say('while.turnout'), say('while.turnout.hint')], ['batches', say('while.batches'), say('while.batches.hint', { n: SMALLEST_LIVE })]])}
          {radios('memberResults', say('results'), [['after-close', say('results.all'), say('results.all.hint')], ['none', say('results.none'), say('results.none.hint')]])}
          {field('anonymity-level', say('k'), say('k.hint', { lowest: LOWEST_K, usual: USUAL_K }), (described, wrong) => (
            <input id="anonymity-level" class="short" type="text" inputMode="numeric" autocomplete="off" value={form.k} aria-describedby={described} aria-invalid={wrong} onInput={(event) => set('k', event.currentTarget.value)} />
          ))}
        </section>
        {problem && <div ref={summary} tabIndex={-1}><Trouble problem={problem} /></div>}
        <div class="actions">
          <button type="submit" class="button primary big" aria-disabled={busy}>{busy ? say('create.busy') : say('create.go')}</button>
          <a href={previewAddress(filled, known ? team.data : initiativesOf(form))}>{say('create.preview')}</a>
        </div>
        {touched && (
          <div class="draft-kept">
            <p class="draft-line">{say(kept ? 'create.kept' : 'create.lost')}</p>
            <button type="button" class="button quiet small" onClick={clear}>{say('create.clear')}</button>
          </div>
        )}
      </form>
    </Page>
  );
}
