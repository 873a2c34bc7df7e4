import { useEffect, useRef, useState } from 'preact/hooks';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { forgetTeam, knownTeam, rememberTeam, type KnownTeam } from '../device/organisers';
import { asDate } from '../i18n/texts';
import { go } from '../router';
import { Page } from '../shared/Page';
import { Busy, later, Trouble, useDocument } from '../shared/loading';
import { KeepThese } from './KeepThese';
import { say } from './texts';
import { UnknownTeam } from './UnknownTeam';

const Actions = later(() => import('../report/screens').then((file) => file.Actions));
const OwnAccess = later(() => import('../session/screens').then((file) => file.OwnAccess));

/** Opens an organiser link: the device remembers it, and the secret leaves the address bar. */
export function OrganiserEntry({ token }: { token: string }) {
  const [team, setTeam] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    organiser.team(token).then(
      ({ id, name }) => {
        if (rememberTeam({ id, name, token })) go(`/#/team/${id}`, 'replace');
        else setTeam(id);
      },
      (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE),
    );
  }, [token]);
  if (team) return <TeamHome team={team} />;
  if (!problem) return <Busy />;
  if (problem.status === 404 || problem.status === 401) {
    return (
      <Page class="narrow" title={say('badLink.title')} lead={say('badLink.text')}>
        <p class="actions"><a class="button primary" href="/#/recover">{say('recover.title')}</a></p>
      </Page>
    );
  }
  return <Page title={say('badLink.title')}><Trouble problem={problem} retry={() => location.reload()} /></Page>;
}

export function TeamHome({ team: id }: { team: string }) {
  const team = knownTeam(id);
  const { data: rounds, problem, reload } = useDocument<Round[]>(() => organiser.rounds(team?.token ?? ''), `rounds/${id}`);
  if (!team) return <UnknownTeam />;
  return (
    <Page class="team" title={team.name} heading={<bdi>{team.name}</bdi>} lead={say('team.lead')}>
      {problem && <Trouble problem={problem} retry={reload} />}
      {!rounds && !problem && <Busy />}
      {rounds && (
        <section aria-labelledby="rounds-title">
          <h2 id="rounds-title">{say('team.rounds')}</h2>
          {rounds.length === 0 && <p class="hint">{say('team.noRounds')}</p>}
          <ul class="rounds">
            {[...rounds].reverse().map((round) => (
              <li key={round.id} class="card">
                <span class={`state ${round.state}`}>{round.state === 'open' ? say('state.open') : say('state.closed')}</span>
                <h3><a href={`/#/team/${id}/round/${round.id}`}>{say('team.round', { date: asDate(round.openedOn) })}</a></h3>
                <p>{say('turnout', { n: round.turnout.n, size: round.size })}</p>
              </li>
            ))}
          </ul>
          <p class="actions">
            <a class="button primary" href={`/#/team/${id}/new`}>{say('team.new')}</a>
            {rounds.filter(({ state }) => state === 'closed').length > 1 && <a class="button" href={`/#/team/${id}/trend`}>{say('team.trend')}</a>}
          </p>
        </section>
      )}
      {rounds && rounds.some(({ state }) => state === 'closed') && <Actions team={team} />}
      <KeepThese team={team} />
      <OwnAccess key={String(team.own)} team={team} />
      <Leaving team={team} />
    </Page>
  );
}

/** Forgetting on this device, and deleting everything, each with its question in the page. */
function Leaving({ team }: { team: KnownTeam }) {
  const [asking, setAsking] = useState<'forget' | 'delete' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [asking]);
  const leave = () => {
    forgetTeam(team.id);
    go('/');
  };
  const remove = () => organiser.deleteTeam(team.token).then(leave, (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  return (
    <section class="leaving" aria-labelledby="leaving-title">
      <h2 id="leaving-title">{say('leave.title')}</h2>
      {asking === null ? (
        <p class="actions">
          {!team.own && <button type="button" class="button quiet" onClick={() => setAsking('forget')}>{say('forget')}</button>}
          <button type="button" class="button quiet" onClick={() => setAsking('delete')}>{say('delete')}</button>
        </p>
      ) : (
        <div class="confirm" role="group" aria-label={say(asking)}>
          <p>{say(`${asking}.sure`)}</p>
          <button ref={first} type="button" class="button danger" onClick={() => (asking === 'forget' ? leave() : void remove())}>{say(`${asking}.yes`)}</button>
          <button type="button" class="button quiet" onClick={() => setAsking(null)}>{say('cancel')}</button>
        </div>
      )}
      {problem && <Trouble problem={problem} />}
    </section>
  );
}

export function Recover() {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const submit = async () => {
    const code = field.current?.value.trim() ?? '';
    setEmpty(code === '');
    setProblem(null);
    if (code === '') return field.current?.focus();
    try {
      const { token, link } = await organiser.recover(code);
      const team = await organiser.team(token);
      rememberTeam({ id: team.id, name: team.name, token, link });
      go(`/#/team/${team.id}`);
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
      field.current?.focus();
    }
  };
  const wrong = problem !== null && (problem.status === 404 || problem.status === 401 || problem.status === 422);
  return (
    <Page class="narrow" title={say('recover.title')} lead={say('recover.lead')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <div class={wrong || empty ? 'field wrong' : 'field'}>
          <label for="recovery-code">{say('keep.code')}</label>
          <p class="hint" id="recovery-hint">{say('recover.hint')}</p>
          {(wrong || empty) && <p class="field-error" id="recovery-error" role="alert">{empty ? say('recover.empty') : say('recover.wrong')}</p>}
          <input ref={field} id="recovery-code" class="code-plain" type="text" autocomplete="off" spellcheck={false} aria-invalid={wrong || empty} aria-describedby={wrong || empty ? 'recovery-error recovery-hint' : 'recovery-hint'} />
        </div>
        {problem && !wrong && <Trouble problem={problem} />}
        <button type="submit" class="button primary">{say('recover.go')}</button>
      </form>
    </Page>
  );
}
