import { useEffect, useRef, useState } from 'preact/hooks';
import { member } from '../api/operations';
import type { Participation } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { Vow } from '../answer/Intro';
import { Ending, type End } from '../answer/Ending';
import { turnPage } from '../router';
import { Naming } from '../shared/Naming';
import { Page } from '../shared/Page';
import { Busy, Trouble, useDocument } from '../shared/loading';
import { cameFor } from './leaving';
import { askSession, session as now, signOut, useSession } from './session';
import { SignInButton } from './SignInButton';
import { say } from './texts';

const ERRAND = 'draw';

interface Props {
  round: Participation;
  token: string;
  /** whether this browser has the ticket by now, drawn in another tab */
  hasTicket: () => boolean;
  /** the ticket; null when it was here already */
  onTicket: (ticket: string | null) => void;
}

/** In front of a round that asks people to sign in: what is remembered, signing in, drawing the one ticket. */
export function Door({ round, token, hasTicket, onTicket }: Props) {
  const session = useSession();
  const asked = useDocument(askSession, 'session');
  const [drawing, setDrawing] = useState(false);
  const [over, setOver] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [end, setEnd] = useState<End | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  const draw = async () => {
    if (busy.current) return;
    busy.current = true;
    setDrawing(true);
    setProblem(null);
    setOver(false);
    try {
      const ticket = await member.drawTicket(token);
      turnPage();
      onTicket(ticket);
    } catch (caught) {
      const failure = caught instanceof Problem ? caught : OFFLINE;
      switch (failure.code) {
        case 'ticket-drawn':
          turnPage();
          if (hasTicket()) onTicket(null);
          else setDrawn(true);
          break;
        case 'round-closed': setEnd('closed'); break;
        case 'round-full': setEnd('full'); break;
        case 'sign-in-needed':
          setOver(true);
          void askSession().catch(() => undefined);
          break;
        default: setProblem(failure);
      }
    } finally {
      busy.current = false;
      setDrawing(false);
    }
  };
  useEffect(() => {
    // whoever pressed "sign in and start" has read what is remembered
    if (now.value?.signedIn && cameFor(ERRAND)) void draw();
  }, []);

  if (end) return <Ending end={end} />;
  if (drawn) {
    return (
      <Page class="narrow" title={say('drawn.title')} lead={say('drawn.text')}>
        <p>{say('drawn.gone')}</p>
        <NotYou onOut={() => setDrawn(false)} />
      </Page>
    );
  }
  if (!session) {
    if (!asked.problem) return <Busy />;
    return <Page class="narrow" title={say('door.title', { team: round.team.name })}><Trouble problem={asked.problem} retry={asked.reload} /></Page>;
  }
  return (
    <Page class="door narrow" title={say('door.title', { team: round.team.name })} heading={<Naming sentence={say('door.title')} team={round.team.name} />} lead={say('door.lead')}>
      <p class="remembered">{say('door.remembered')}</p>
      <Vow round={round} />
      {over && <p class="notice" role="alert">{say('door.over')}</p>}
      {session.signedIn ? (
        <div class="sign-in">
          <button type="button" class="button primary big" aria-disabled={drawing} onClick={() => void draw()}>{drawing ? say('door.drawing') : say('door.draw')}</button>
          <p class="hint">{say('door.signedIn')}</p>
          <NotYou />
        </div>
      ) : (
        <SignInButton label={say('door.signIn')} errand={ERRAND} big />
      )}
      {problem && <Trouble problem={problem} />}
    </Page>
  );
}

/** A shared device may still have somebody else signed in. */
function NotYou({ onOut }: { onOut?: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const out = () => signOut().then(() => onOut?.(), (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  return (
    <>
      <button type="button" class="as-link" onClick={() => void out()}>{say('door.notYou')}</button>
      {problem && <Trouble problem={problem} />}
    </>
  );
}
