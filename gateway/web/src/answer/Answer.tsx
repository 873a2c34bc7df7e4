import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { content, member } from '../api/operations';
import type { Instrument, Participation } from '../api/model';
import { OFFLINE, passes, Problem } from '../api/problem';
import { openOffline } from '../device/offline';
import { inContent, offerLanguages, suggestLanguage } from '../i18n/language';
import { redirect, turnPage } from '../router';
import { instruments } from '../shared/instruments';
import { Naming } from '../shared/Naming';
import { Page } from '../shared/Page';
import { Busy, later, Trouble, useDocument } from '../shared/loading';
import { pause } from '../shared/pause';
import { deleteDraft, freshDraft, forgetAnswered, loadDraft, markAnswered, placeName, receiptOf, saveDraft, whenAnsweredElsewhere, type Draft } from './drafts';
import { Intro } from './Intro';
import { Questionnaire, scratchDraft } from './Questionnaire';
import { EVERYTHING, sheetOf, type Question } from './questions';
import { Ending, type End } from './Ending';
import { Late } from './Late';
import { keepRound, keptRound } from './roundKept';
import { TicketEntry } from './TicketEntry';
import { say } from './texts';
import { readTicket } from './tickets';
import { afterClosing, type Way } from './visit';
import { useWatch } from './watching';

const Door = later(() => import('../session/screens').then((file) => file.Door));
const OneTab = later(() => import('../session/screens').then((file) => file.OneTab));
const SignOutHere = later(() => import('../session/screens').then((file) => file.SignOutHere));

interface Props {
  token?: string;
  ticket?: string;
  /** which questions to look at beforehand: those of an instrument, for so many initiatives */
  preview?: { instrument: string | null; initiatives: number };
}

/** How a refusal of the server ends the visit; null for what may still go well. */
function endOf(problem: Problem): End | null {
  if (problem.code === 'round-closed') return 'closed';
  if (problem.code === 'round-full') return 'full';
  if (problem.code === 'ticket-spent') return 'spent';
  if (problem.code === 'key-reused') return 'arrived';
  if (problem.status === 404 || problem.status === 401) return 'unknown';
  return null;
}

/** The round as it stands; without a connection as this device saw it last: the answers go out when there is one again. */
async function known(secret: string): Promise<{ round: Participation; offline: boolean }> {
  try {
    return { round: await member.participation(secret), offline: false };
  } catch (problem) {
    const round = problem === OFFLINE ? keptRound(secret) : null;
    if (!round) throw problem;
    return { round, offline: true };
  }
}

/** The member's screen, from the link or the code to the receipt. */
export function Answer({ token, ticket: typed, preview }: Props) {
  const ticket = typed === undefined ? undefined : (readTicket(typed) ?? typed);
  const secret = token ?? ticket ?? '';
  const { data, problem, reload } = useDocument<{ round: Participation | null; instrument: Instrument; offline?: boolean }>(async () => {
    if (preview) {
      const choice = await instruments();
      const wanted = choice.find(({ id }) => id === preview.instrument) ?? choice[0];
      if (!wanted) throw new Problem(404, 'not-found', null, null);
      return { round: null, instrument: await content.instrument(wanted.id) };
    }
    const { round, offline } = await known(secret);
    suggestLanguage(round.locale);
    const instrument = await content.instrumentVersion(round.instrument.id, round.instrument.version);
    offerLanguages(instrument.languages, true);
    if (!offline) keepRound(secret, round);
    void openOffline(content.instrumentVersionAddress(round.instrument.id, round.instrument.version));
    return { round, instrument, offline };
  }, `answer/${secret}${preview ? `?${preview.instrument}` : ''}`);
  if (problem && !data) {
    const end = endOf(problem);
    if (end) return <Ending end={end} />;
    return (
      <Page title={say('title.plain')}>
        <Trouble problem={problem} retry={reload} />
      </Page>
    );
  }
  if (!data) return <Busy />;
  const { round, instrument, offline } = data;
  if (round && round.state === 'closed') return <Over round={round} instrument={instrument} secret={secret} ticket={ticket} />;
  if (round?.entry === 'tickets' && token) return <TicketEntry team={round.team.name} />;
  if (round?.entry === 'signed-in' && token) return <SignedIn key={instrument.hash} round={round} instrument={instrument} token={token} look={reload} />;
  return <Sheet key={instrument.hash} round={round} instrument={instrument} secret={secret} ticket={ticket} look={reload} offline={offline} preview={preview?.initiatives} />;
}

/** Before the questions everybody draws one ticket; from then on this browser has it, signed in or not. */
function SignedIn({ round, instrument, token, look }: { round: Participation; instrument: Instrument; token: string; look: () => void }) {
  const place = placeOf(round, token, undefined);
  const ticketHere = () => loadDraft(place, instrument.hash).ticket !== undefined;
  const [inside, setInside] = useState(() => ticketHere() || receiptOf(place) !== null);
  const enter = (ticket: string | null) => {
    if (ticket !== null) saveDraft(place, { ...loadDraft(place, instrument.hash), ticket });
    setInside(true);
  };
  if (!inside) return <Door round={round} token={token} hasTicket={ticketHere} onTicket={enter} />;
  return (
    <OneTab name={`rolewise.answer.${place}`}>
      <Sheet round={round} instrument={instrument} secret={token} ticket={undefined} look={look} onNext={() => setInside(false)} after={<SignOutHere />} />
    </OneTab>
  );
}

const placeOf = (round: Participation | null, secret: string, ticket: string | undefined) =>
  placeName(round?.round, ticket ? `ticket/${secret}` : secret);

/** The round takes no more answers: the report, or who has it, and what became of answers that were never sent. */
function Over({ round, instrument, secret, ticket }: Omit<SheetProps, 'look'> & { round: Participation }) {
  const place = placeOf(round, secret, ticket);
  const way: Way = ticket ? 'ticket' : 'link';
  const [draft] = useState(() => loadDraft(place, instrument.hash));
  const unsent = Object.keys(draft.choices).length;
  // a try whose answer got lost may have arrived: the ticket it went with knows
  const arrived = useDocument(async () => way === 'link' && draft.ticket !== undefined && (await member.participation(draft.ticket)).answered === true, `arrived/${place}`);
  const visit = arrived.data === null && !arrived.problem ? null : afterClosing({ ...round, answered: arrived.data || round.answered }, way, unsent);
  const report = `/#/t/${secret}/report`;
  useEffect(() => {
    if (arrived.data) markAnswered(place, '');
    if (visit === 'report') redirect(report);
  }, [visit]);
  if (visit === null || visit === 'report') return <Busy />;
  if (visit === 'late') return <Late round={round} way={way} place={place} unsent={unsent} results={report} />;
  return <Ending end="closed" round={round} way={way} />;
}

interface SheetProps {
  round: Participation | null;
  instrument: Instrument;
  secret: string;
  ticket: string | undefined;
  /** asks how the round stands now */
  look: () => void;
  /** what is shown is what this device knew: there is no connection */
  offline?: boolean;
  /** nothing but a look beforehand: at what is asked of a team with so many initiatives */
  preview?: number;
  /** somebody else wants to answer on this device, and has to draw first */
  onNext?: () => void;
  /** what else there is to do when the answers are in */
  after?: ComponentChildren;
}

function Sheet({ round, instrument, secret, ticket, look, offline, preview, onNext, after }: SheetProps) {
  const place = placeOf(round, secret, ticket);
  const way: Way = ticket ? 'ticket' : 'link';
  const [receipt, setReceipt] = useState<string | null>(null);
  const [earlier, setEarlier] = useState(round ? receiptOf(place) : null);
  const [draft, setDraft] = useState<Draft>(() => (round ? loadDraft(place, instrument.hash) : scratchDraft(instrument)));
  const [kept, setKept] = useState(true);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [end, setEnd] = useState<End | null>(null);
  const [waiting, setWaiting] = useState<Question[] | null>(null);
  const [failures, setFailures] = useState(0);

  const onDraft = useCallback((next: Draft) => {
    setDraft(next);
    if (round) setKept(saveDraft(place, next));
  }, [place]);

  useEffect(() => (round ? whenAnsweredElsewhere(place, instrument.hash, { draft: setDraft, receipt: setEarlier }) : undefined), [place]);

  const busy = useRef(false);
  const send = async (list: Question[], byItself = false) => {
    if (busy.current) return;
    const sent = receiptOf(place);
    if (sent !== null) return setEarlier(sent);
    busy.current = true;
    setSending(true);
    if (!byItself) {
      // what stands there while it tries by itself stays: nobody needs to hear it again each time
      setProblem(null);
      setWaiting(null);
      setFailures(0);
    }
    try {
      let pass = ticket ?? draft.ticket;
      if (!pass) {
        pass = await member.drawTicket(secret);
        onDraft({ ...draft, ticket: pass });
      }
      const given = await member.send(pass, draft.key, sheetOf(instrument, list, draft.choices, draft.comments));
      markAnswered(place, given);
      turnPage();
      setReceipt(given);
    } catch (caught) {
      const failure = caught instanceof Problem ? caught : OFFLINE;
      const ending = endOf(failure);
      if (ending === 'arrived') markAnswered(place, '');
      if (ending) {
        turnPage();
        setEnd(ending);
      } else {
        setProblem(failure);
      }
      setWaiting(passes(failure) ? list : null);
      setFailures((times) => times + 1);
    } finally {
      busy.current = false;
      setSending(false);
    }
  };

  // with the answers as they are when it is sent, not as they were when it first failed
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!waiting) return;
    const again = () => void latest.current(waiting, true);
    const timer = setTimeout(again, pause(failures, Math.random()));
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [waiting, failures]);

  // not while something is under way: what comes back decides
  useWatch(round?.deadline, look, round !== null && !sending && !waiting);

  if (receipt !== null) return <Ending end="received" receipt={receipt} round={round} way={way} after={after} />;
  if (end === 'closed' && round) return <Over round={round} instrument={instrument} secret={secret} ticket={ticket} />;
  if (end) return <Ending end={end} round={round} way={way} />;
  if (earlier !== null) {
    return (
      <Ending
        end="before"
        receipt={earlier}
        round={round}
        way={way}
        again={ticket ? undefined : () => {
          forgetAnswered(place);
          setEarlier(null);
          onNext?.();
        }}
        after={after}
      />
    );
  }
  if (round?.answered) return <Ending end="answered" round={round} way={way} />;
  return (
    <Page
      class="answer"
      title={round ? say('title', { team: round.team.name }) : say('title.preview')}
      heading={round ? <Naming sentence={say('title')} team={round.team.name} /> : say('title.preview')}
      eyebrow={<span {...inContent()}>{instrument.name}</span>}
    >
      {offline && <p class="notice" role="status">{say('offline')}</p>}
      <Intro round={round} instrument={instrument} />
      <Questionnaire
        instrument={instrument}
        initiatives={round?.initiatives ?? preview ?? EVERYTHING}
        draft={draft}
        preview={round === null}
        sending={sending}
        kept={kept}
        onDraft={onDraft}
        onSend={(list) => void send(list)}
        onDelete={() => {
          deleteDraft(place);
          setDraft(round ? { ...freshDraft(instrument.hash), ticket: draft.ticket } : scratchDraft(instrument));
          scrollTo(0, 0);
        }}
      />
      {problem && (
        <div class="send-trouble">
          {waiting ? (
            <div class="notice trouble" role="alert">
              <h2 class="notice-title">{say(problem.status === 0 ? 'waiting.title' : 'waiting.busy.title')}</h2>
              <p>{say(problem.status === 0 ? 'waiting.text' : 'waiting.busy.text')}</p>
              <button type="button" class="button" onClick={() => void send(waiting)}>
                {say('waiting.again')}
              </button>
            </div>
          ) : (
            <Trouble problem={problem} />
          )}
        </div>
      )}
    </Page>
  );
}
