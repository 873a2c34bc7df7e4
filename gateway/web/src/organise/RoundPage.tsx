import { useEffect, useRef, useState } from 'preact/hooks';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { knownTeam, type KnownTeam } from '../device/organisers';
import { asClock, asDate, asMoment } from '../i18n/texts';
import { go } from '../router';
import { Page } from '../shared/Page';
import { later, Trouble, useDocument, Waiting } from '../shared/loading';
import { KeepThese } from './KeepThese';
import { useTurnout } from './liveTurnout';
import { Shares } from './Shares';
import { say } from './texts';
import { UnknownTeam } from './UnknownTeam';

const LiveValues = later(() => import('../report/screens').then((file) => file.LiveValues));

/** The organiser's view of one round: who is still to answer, closing, and the way to the report. */
export function RoundPage({ team: teamId, round: roundId }: { team: string; round: string }) {
  const team = knownTeam(teamId);
  const { data: round, problem, reload } = useDocument(() => organiser.round(team?.token ?? '', roundId), `round/${roundId}`);
  if (!team) return <UnknownTeam />;
  if (!round) return <Waiting title={team.name} problem={problem} retry={reload} />;
  return (
    <Page
      class="round"
      title={say('round.title', { team: team.name })}
      lead={say('round.opened', { date: asDate(round.openedOn) })}
      eyebrow={<a href={`/#/team/${team.id}`}>{say('team.back')}</a>}
    >
      {round.state === 'open' ? <Open key="open" team={team} round={round} reload={reload} /> : <Closed team={team} round={round} reload={reload} />}
      {team.recoveryCode && <KeepThese team={team} />}
    </Page>
  );
}

/** One dot per person, filled for every answer that came in; a bar for a large group. */
function Dots({ n, size }: { n: number; size: number }) {
  if (size > 60) {
    return <svg class="turnout-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="3" /><rect class="bar" width={(100 * n) / size} height="3" /></svg>;
  }
  return <span class="turnout-dots" aria-hidden="true">{Array.from({ length: size }, (_, index) => <span key={index} class={index < n ? 'in' : ''} />)}</span>;
}

function Open({ team, round, reload }: { team: KnownTeam; round: Round; reload: () => void }) {
  const live = useTurnout(team.token, round);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (live.closed) reload();
  }, [live.closed]);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const needed = Math.max(round.k, 4, Math.ceil(live.size / 2));
  const short = Math.max(0, needed - live.n);
  const makeRoom = () =>
    organiser.resize(team.token, round.id, live.size + 1).then(reload, (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  const close = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await organiser.close(team.token, round.id);
      go(`/#/team/${team.id}/round/${round.id}/report`);
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
      setBusy(false);
    }
  };
  const state = { connecting: 'live.connecting', live: 'live.live', reconnecting: 'live.reconnecting', polling: 'live.polling' } as const;
  return (
    <>
      <section class="card turnout" aria-labelledby="turnout-title">
        <h2 id="turnout-title">{say('turnout.title')}</h2>
        <p class="turnout-count" role="status" data-testid="turnout">{say('turnout.count', { n: live.n, size: live.size })}</p>
        <Dots n={live.n} size={live.size} />
        <p>{short > 0 ? say('turnout.short', { n: short }) : live.n === live.size ? say('turnout.everyone') : say('turnout.enough')}</p>
        <p class={`connection ${live.connection}`}>
          <span class="connection-mark" aria-hidden="true" />
          {say(state[live.connection])}
          {live.updated && ` · ${say('live.updated', { time: asClock(live.updated) })}`}
        </p>
        <p class="hint">{round.live === 'batches' ? say('turnout.batches', { k: round.k }) : say('turnout.noScores')}</p>
        {live.n >= live.size && round.entry === 'open' && (
          <p><button type="button" class="button quiet" onClick={() => void makeRoom()}>{say('turnout.room')}</button></p>
        )}
      </section>
      <p class="actions after">
        <a class="button primary" href={`/#/team/${team.id}/round/${round.id}/invite`}>{say('round.invite')}</a>
        {!asking && <button ref={closer} type="button" class="button" onClick={() => setAsking(true)}>{say('close')}</button>}
      </p>
      {asking && (
        <section class="confirm close-question" aria-labelledby="close-title">
          <h2 id="close-title" ref={question} tabIndex={-1}>{say('close.title')}</h2>
          <p>{live.n === 0 ? say('close.none') : live.n < round.k ? say('close.nothing', { n: live.n, k: round.k }) : say('close.text', { n: live.n, size: live.size })} {live.n < live.size && say('close.late')}</p>
          <button type="button" class="button danger" aria-disabled={busy} onClick={() => void close()}>{busy ? say('close.busy') : say('close.yes')}</button>
          <button type="button" class="button quiet" onClick={() => { setAsking(false); requestAnimationFrame(() => closer.current?.focus()); }}>{say('close.no')}</button>
        </section>
      )}
      {problem && <Trouble problem={problem} />}
      {round.live === 'batches' && live.release > 0 && <LiveValues token={team.token} round={round.id} release={live.release} />}
      <Facts round={round} />
    </>
  );
}

function Closed({ team, round, reload }: { team: KnownTeam; round: Round; reload: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const reopen = () => organiser.reopen(team.token, round.id).then(reload, (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  return (
    <>
      <section class="card turnout" aria-labelledby="closed-title">
        <h2 id="closed-title">{say('closed.title')}</h2>
        <p class="turnout-count" data-testid="turnout">{say('turnout.count', { n: round.turnout.n, size: round.size })}</p>
        <Dots n={round.turnout.n} size={round.size} />
        <p class="actions"><a class="button primary big" href={`/#/team/${team.id}/round/${round.id}/report`}>{say('closed.report')}</a></p>
      </section>
      {round.heldBack > 0 && (
        <section class="notice" aria-labelledby="held-title">
          <h2 class="notice-title" id="held-title">{say('held.title', { n: round.heldBack })}</h2>
          <p>{say('held.text', { k: round.k })}</p>
          <button type="button" class="button" onClick={() => void reopen()}>{say('held.reopen')}</button>
        </section>
      )}
      {problem && <Trouble problem={problem} />}
      {round.releases.length > 0 && <Shares team={team} round={round} />}
      <Facts round={round} />
    </>
  );
}

function Facts({ round }: { round: Round }) {
  return (
    <dl class="facts">
      <div><dt>{say('fact.k')}</dt><dd>{say('fact.k.value', { n: round.k })}</dd></div>
      <div><dt>{say('fact.deadline')}</dt><dd>{round.deadline ? asMoment(round.deadline) : say('fact.noDeadline')}</dd></div>
      <div><dt>{say('fact.while')}</dt><dd>{say(`while.${round.live}`)}</dd></div>
      <div><dt>{say('fact.results')}</dt><dd>{round.memberResults === 'after-close' ? say('results.all') : say('results.none')}</dd></div>
      <div><dt>{say('fact.entry')}</dt><dd>{say(`entry.${round.entry}`)}</dd></div>
    </dl>
  );
}
