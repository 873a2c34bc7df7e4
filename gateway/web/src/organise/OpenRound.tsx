import { useEffect, useState } from 'preact/hooks';
import { organiser, results } from '../api/operations';
import type { Report, Round } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import type { KnownTeam } from '../device/organisers';
import { asClock } from '../i18n/texts';
import { go } from '../router';
import { later, Trouble, useDocument } from '../shared/loading';
import { Ask } from './Ask';
import { heldBackByClosing } from './batches';
import { Dots } from './Dots';
import { useTurnout, type Live } from './liveTurnout';
import { neededForVerdict } from './outcome';
import { Scores } from './Scores';
import { say } from './texts';

const LiveValues = later(() => import('../report/screens').then((file) => file.LiveValues));
const TurnoutStage = later(() => import('../report/screens').then((file) => file.TurnoutStage));

interface Props {
  team: KnownTeam;
  round: Round;
  reload: () => void;
}

/** An open round: the turnout as it grows, scores in between where that was agreed, and closing. */
export function OpenRound({ team, round, reload }: Props) {
  const live = useTurnout(team.token, round);
  useEffect(() => {
    if (live.closed) reload();
  }, [live.closed]);
  const home = `/#/team/${team.id}/round/${round.id}`;
  // what was released so far: scores in between, or the report of a round that was opened again
  const released = useDocument<Report | null>(
    () => (live.release > 0 ? results.report(team.token, round.id) : Promise.resolve(null)),
    `released/${round.id}/${live.release}`,
  );
  const shown = released.data?.n ?? 0;
  const batches = round.live === 'batches';
  const close = async () => {
    const closed = await organiser.close(team.token, round.id);
    if (closed.turnout.n > closed.heldBack) go(`${home}/report`);
    else reload();
  };
  return (
    <>
      {!batches && live.release > 0 && (
        <p class="notice">
          <span>{say('again.text', { n: shown })} <a href={`${home}/report`}>{say('again.report')}</a></span>
        </p>
      )}
      <Turnout team={team} round={round} live={live} reload={reload} />
      <div class="actions after">
        <a class="button primary" href={`${home}/invite`}>{say(round.entry === 'tickets' ? 'round.cards' : 'round.invite')}</a>
        <Ask class="close-question" label={say('close')} title={say('close.title')} yes={say('close.yes')} busy={say('close.busy')} no={say('close.no')} onYes={close}>
          <Consequence live={live} k={round.k} shown={shown} />
        </Ask>
      </div>
      {batches && <Scores round={round} live={live} shown={shown} />}
      {batches && live.release > 0 && (
        released.data ? (
          <LiveValues report={released.data} problem={released.problem} retry={released.reload} />
        ) : released.problem ? (
          <Trouble problem={released.problem} retry={released.reload} />
        ) : (
          <p class="hint" role="status">{say('scores.loading')}</p>
        )
      )}
    </>
  );
}

/** What closing now would mean. */
function Consequence({ live: { n, size }, k, shown }: { live: Live; k: number; shown: number }) {
  const held = shown > 0 ? heldBackByClosing({ n, k, shown }) : 0;
  const main = n === 0 ? say('close.none') : n < k ? say('close.nothing', { n, k }) : say('close.text', { n, size });
  return (
    <>
      <p>{main} {n < size && say('close.late')}</p>
      {held > 0 && <p>{say('close.held', { n: held, k })}</p>}
    </>
  );
}

function Turnout({ team, round, live, reload }: Props & { live: Live }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [large, setLarge] = useState(false);
  const short = Math.max(0, neededForVerdict({ ...round, size: live.size }) - live.n);
  const standing = short > 0 ? say('turnout.short', { n: short }) : live.n === live.size ? say('turnout.everyone') : say('turnout.enough');
  const makeRoom = () =>
    organiser.resize(team.token, round.id, live.size + 1).then(reload, (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  return (
    <section class="card turnout" aria-labelledby="turnout-title">
      <h2 id="turnout-title">{say('turnout.title')}</h2>
      <p class="turnout-count" role="status" data-testid="turnout">{say('turnout.count', { n: live.n, size: live.size })}</p>
      <Dots n={live.n} size={live.size} />
      <p>{standing}</p>
      <Connection live={live} />
      <p class="hint">{round.live === 'batches' ? say('turnout.batches', { k: round.k }) : say('turnout.noScores')}</p>
      {live.n >= live.size && round.entry !== 'tickets' && (
        <p><button type="button" class="button quiet" onClick={() => void makeRoom()}>{say('turnout.room')}</button></p>
      )}
      <p><button type="button" class="button quiet small" onClick={() => setLarge(true)}>{say('turnout.big')}</button></p>
      {problem && <Trouble problem={problem} />}
      {large && (
        <TurnoutStage team={team.name} title={say('turnout.title')} count={say('turnout.count', { n: live.n, size: live.size })} onClose={() => setLarge(false)}>
          <Dots n={live.n} size={live.size} />
          <p>{standing}</p>
          <Connection live={live} />
        </TurnoutStage>
      )}
    </section>
  );
}

/** Whether what stands there is of this moment. */
function Connection({ live }: { live: Live }) {
  return (
    <p class={`connection ${live.connection}`}>
      <span class="connection-mark" aria-hidden="true" />
      {say(`live.${live.connection}`)}
      {live.updated && ` · ${say('live.updated', { time: asClock(live.updated) })}`}
    </p>
  );
}
