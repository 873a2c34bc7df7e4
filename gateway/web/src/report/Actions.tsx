import { useRef, useState } from 'preact/hooks';
import { actions } from '../api/operations';
import type { Action } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import type { KnownTeam } from '../device/organisers';
import { inContent } from '../i18n/language';
import { asDate } from '../i18n/texts';
import { Busy, Trouble, useDocument } from '../shared/loading';
import { say } from './texts';

const LONGEST_TEXT = 200;
const LONGEST_OWNER = 80;

/** What the team has agreed to do: it stays with the team and lies on the table again at the next round. */
export function Actions({ team, steps = [] }: { team: KnownTeam; steps?: string[] }) {
  const { data, problem: unread, reload } = useDocument<Action[]>(() => actions.list(team.token), `actions/${team.id}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const text = useRef<HTMLInputElement>(null);
  const owner = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);
  const change = async (what: () => Promise<unknown>, done: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSaid('');
    try {
      await what();
      setSaid(done);
      reload();
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
    }
    setBusy(false);
  };
  const write = () => {
    const typed = text.current?.value.trim() ?? '';
    setEmpty(typed === '');
    if (typed === '') return text.current?.focus();
    const wishes = { text: typed, owner: owner.current?.value.trim() || null, due: due.current?.value || null };
    void change(async () => {
      await actions.create(team.token, wishes);
      for (const field of [text, owner, due]) if (field.current) field.current.value = '';
      text.current?.focus();
    }, say('actions.written'));
  };
  const takeOver = (step: string) => {
    if (!text.current) return;
    text.current.value = step.slice(0, LONGEST_TEXT);
    text.current.focus();
  };
  const left = steps.filter((step) => !data?.some((action) => action.text === step));
  return (
    <section class="card agreed" aria-labelledby="agreed-title">
      <h2 id="agreed-title">{say('actions.title')}</h2>
      <p class="hint">{say('actions.text')}</p>
      {unread && !data && <Trouble problem={unread} retry={reload} />}
      {!data && !unread && <Busy />}
      {data && data.length > 0 && (
        <ul class="agreed-list">
          {data.map((action) => (
            <li key={action.id} class={action.state}>
              <p>
                <strong dir="auto">{action.text}</strong>
                <Facts action={action} />
              </p>
              <span class="actions">
                <button type="button" class="button quiet small" aria-disabled={busy} onClick={() => void change(() => actions.update(team.token, action.id, { state: action.state === 'open' ? 'done' : 'open' }), say(action.state === 'open' ? 'actions.done.said' : 'actions.open.said'))}>
                  {say(action.state === 'open' ? 'actions.done' : 'actions.reopen')}<span class="off-screen">: <bdi>{action.text}</bdi></span>
                </button>
                <button type="button" class="button quiet small" aria-disabled={busy} onClick={() => void change(() => actions.remove(team.token, action.id), say('actions.removed'))}>
                  {say('actions.remove')}<span class="off-screen">: <bdi>{action.text}</bdi></span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="said" role="status">{said}</p>
      {problem && <Trouble problem={problem} />}
      <form class="agreed-form" noValidate onSubmit={(event) => { event.preventDefault(); write(); }}>
        <div class={empty ? 'field wrong' : 'field'}>
          <label for="action-text">{say('actions.what')}</label>
          {empty && <p class="field-error" id="action-error" role="alert">{say('actions.what.empty')}</p>}
          <input ref={text} id="action-text" type="text" dir="auto" maxLength={LONGEST_TEXT} autocomplete="off" aria-invalid={empty} aria-describedby={empty ? 'action-error' : undefined} />
        </div>
        <div class="field">
          <label for="action-owner">{say('actions.who')}</label>
          <input ref={owner} id="action-owner" type="text" dir="auto" maxLength={LONGEST_OWNER} autocomplete="off" />
        </div>
        <div class="field">
          <label for="action-due">{say('actions.when')}</label>
          <input ref={due} id="action-due" type="date" />
        </div>
        <button type="submit" class="button" aria-disabled={busy}>{say('actions.write')}</button>
      </form>
      {left.length > 0 && (
        <div class="agreed-steps">
          <p class="hint">{say('actions.steps')}</p>
          <p class="actions">
            {left.map((step) => <button key={step} type="button" class="button quiet small" onClick={() => takeOver(step)} {...inContent()}>{step}</button>)}
          </p>
        </div>
      )}
    </section>
  );
}

function Facts({ action: { owner, due, state, createdOn } }: { action: Action }) {
  const dates = [...(due ? [say('actions.due', { date: asDate(due) })] : []), say('actions.since', { date: asDate(createdOn) })];
  return (
    <span class="hint">
      {state === 'open' ? '' : `${say(`actions.state.${state}`)} · `}{owner ? <bdi>{owner}</bdi> : say('actions.nobody')}{` · ${dates.join(' · ')}`}
    </span>
  );
}
