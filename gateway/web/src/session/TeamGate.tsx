import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { knownTeam, rememberOwn } from '../device/organisers';
import { Page } from '../shared/Page';
import { Busy, Trouble } from '../shared/loading';
import { SignInButton } from './SignInButton';
import { askSession } from './session';
import { say } from './texts';

/** Lets whoever is signed in through to a team of theirs; what is open stays open when the session ends. */
export function TeamGate({ team, children }: { team: string; children: ComponentChildren }) {
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [open, setOpen] = useState(false);
  const knock = () =>
    askSession().then(
      (now) => {
        const mine = now.teams.find(({ id }) => id === team);
        if (mine) {
          const known = knownTeam(team);
          if (!known?.own || known.name !== mine.name) rememberOwn({ ...known, ...mine });
        }
        setOpen(mine !== undefined || now.mode === 'links');
        setSession(now);
      },
      (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE),
    );
  useEffect(() => void knock(), [team]);
  if (open) return <>{children}</>;
  if (problem && !session) return <Page class="narrow" title={say('teams.title')}><Trouble problem={problem} retry={() => void knock()} /></Page>;
  if (!session) return <Busy />;
  const known = knownTeam(team);
  if (session.signedIn) {
    return (
      <Page class="narrow" title={say('gate.unknown.title')} lead={say('gate.unknown.text')}>
        <p class="actions"><a class="button primary" href="/teams">{say('teams.title')}</a><a href="/#/recover">{say('gate.recover')}</a></p>
      </Page>
    );
  }
  return (
    <Page class="narrow" title={known ? say('gate.title') : say('gate.maybe.title')} eyebrow={known && <bdi>{known.name}</bdi>} lead={known ? say('gate.text') : say('gate.maybe.text')}>
      <SignInButton />
      {!known && <p><a href="/#/recover">{say('gate.recover')}</a></p>}
    </Page>
  );
}
