import { useEffect, useRef, useState } from 'preact/hooks';
import { access, organiser } from '../api/operations';
import { OFFLINE, Problem } from '../api/problem';
import { forgetTeam, type KnownTeam } from '../device/organisers';
import { go } from '../router';
import { CopyField } from '../shared/CopyField';
import { Trouble } from '../shared/loading';
import { changeTeams, signsIn, useSession } from './session';
import { say } from './texts';
import { claim } from './claiming';

/** How a team is opened where people sign in: made one's own, passed on by a link, given up. */
export function OwnAccess({ team }: { team: KnownTeam }) {
  const session = useSession();
  if (!signsIn(session) || !session) return null;
  if (team.own) return <Mine team={team} mode={session.mode} />;
  return session.signedIn && !session.teams.some(({ id }) => id === team.id) ? <Linked team={team} /> : null;
}

/** The device opens the team by a link, and somebody is signed in. */
function Linked({ team }: { team: KnownTeam }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = () => claim(team.token, false).catch((caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  return (
    <section class="card claim" aria-labelledby="claim-this-title">
      <h2 id="claim-this-title">{say('claim.this.title')}</h2>
      <p>{say('claim.this.text')}</p>
      <button type="button" class="button" onClick={() => void add()}>{say('claim.add')}</button>
      {problem && <Trouble problem={problem} />}
    </section>
  );
}

function Mine({ team, mode }: { team: KnownTeam; mode: 'links' | 'oidc' | 'both' }) {
  const [asking, setAsking] = useState<'link' | 'leave' | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [asking]);
  const attempt = async (what: () => Promise<void>) => {
    setProblem(null);
    try {
      await what();
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
    } finally {
      setAsking(null);
    }
  };
  const makeLink = () => attempt(async () => {
    const made = await organiser.renewLink(team.token);
    setLink(made.link ?? `${location.origin}/#/o/${made.token}`);
  });
  const giveUp = () => attempt(async () => {
    await access.leave(team.id);
    changeTeams((teams) => teams.filter(({ id }) => id !== team.id));
    forgetTeam(team.id);
    go('/teams');
  });
  return (
    <section class="card mine" aria-labelledby="mine-title">
      <h2 id="mine-title">{say('mine.title')}</h2>
      <p>{say('mine.text')}</p>
      {link && <CopyField label={say('mine.link.label')} value={link} hint={say('mine.link.hint')} />}
      {asking === null ? (
        <p class="actions">
          {!link && <button type="button" class="button quiet" onClick={() => setAsking('link')}>{say('mine.link')}</button>}
          <button type="button" class="button quiet" onClick={() => setAsking('leave')}>{say('mine.leave')}</button>
        </p>
      ) : (
        <div class="confirm" role="group" aria-label={say(`mine.${asking}`)}>
          <p>{asking === 'link' ? say('mine.link.sure') : mode === 'both' ? say('mine.leave.sure.both') : say('mine.leave.sure.oidc')}</p>
          <button ref={first} type="button" class={asking === 'link' ? 'button' : 'button danger'} onClick={() => void (asking === 'link' ? makeLink() : giveUp())}>{say(`mine.${asking}.yes`)}</button>
          <button type="button" class="button quiet" onClick={() => setAsking(null)}>{say('cancel')}</button>
        </div>
      )}
      {problem && <Trouble problem={problem} />}
    </section>
  );
}
