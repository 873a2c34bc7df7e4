import { useRef, useState } from 'preact/hooks';
import type { Session } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import type { KnownTeam } from '../device/organisers';
import { Trouble } from '../shared/loading';
import { claim, tokenOf } from './claiming';
import { say } from './texts';

/** A team becomes one's own by its organiser link: pasted, or one that this device knows. */
export function ClaimForm({ mode, linked }: { mode: Session['mode']; linked: KnownTeam[] }) {
  const field = useRef<HTMLInputElement>(null);
  const [keepLink, setKeepLink] = useState(false);
  const [fault, setFault] = useState<'empty' | 'wrong' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async (token: string, pasted: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setFault(null);
    setSaid('');
    try {
      const team = await claim(token, keepLink);
      if (pasted && field.current) field.current.value = '';
      setSaid(say('claim.done', { team: team.name }));
    } catch (caught) {
      const failure = caught instanceof Problem ? caught : OFFLINE;
      if (failure.status === 404) setFault('wrong');
      else setProblem(failure);
      if (pasted) field.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    const pasted = field.current?.value ?? '';
    const token = tokenOf(pasted);
    if (token) return void add(token, true);
    setSaid('');
    setFault(pasted.trim() === '' ? 'empty' : 'wrong');
    field.current?.focus();
  };
  return (
    <section class="card claim" aria-labelledby="claim-title">
      <h2 id="claim-title">{say('claim.title')}</h2>
      <p>{say('claim.text')}</p>
      {mode === 'both' && (
        <label class="check">
          <input type="checkbox" checked={keepLink} onChange={(event) => setKeepLink(event.currentTarget.checked)} />
          <span>{say('claim.keep')}</span>
        </label>
      )}
      {linked.length > 0 && (
        <>
          <p>{say('claim.device')}</p>
          <ul class="claim-list">
            {linked.map(({ id, name, token }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                <button type="button" class="button small" onClick={() => void add(token, false)}>{say('claim.add')}<span class="off-screen"> ({name})</span></button>
              </li>
            ))}
          </ul>
        </>
      )}
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <div class={fault ? 'field wrong' : 'field'}>
          <label for="claim-link">{say('claim.field')}</label>
          <p class="hint" id="claim-hint">{say('claim.hint')}</p>
          {fault && <p class="field-error" id="claim-error" role="alert">{say(`claim.${fault}`)}</p>}
          <input ref={field} id="claim-link" class="code-plain" type="text" inputMode="url" autocomplete="off" spellcheck={false} aria-invalid={fault !== null} aria-describedby={fault ? 'claim-error claim-hint' : 'claim-hint'} />
        </div>
        {problem && <Trouble problem={problem} />}
        <button type="submit" class="button" aria-disabled={busy}>{say('claim.add')}</button>
        <p class="said" role="status">{said}</p>
      </form>
    </section>
  );
}
