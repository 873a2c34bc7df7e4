import { shares } from '../api/operations';
import type { Round } from '../api/model';
import type { KnownTeam } from '../device/organisers';
import { later, Trouble, useDocument } from '../shared/loading';
import { Dots } from './Dots';
import { ForTeam } from './ForTeam';
import { NotEnough } from './NotEnough';
import { outcomeOf, type Outcome } from './outcome';
import { HeldBack } from './Reopen';
import { Shares } from './Shares';
import { say } from './texts';

const ReportSummary = later(() => import('../report/screens').then((file) => file.ReportSummary));

interface Props {
  team: KnownTeam;
  round: Round;
  reload: () => void;
}

/** What came of a round: the report and whom it may be shown to, or why there is none and what helps. */
export function ClosedRound({ team, round, reload }: Props) {
  const outcome = outcomeOf(round);
  const { kind, released, heldBack } = outcome;
  return (
    <div class="outcome">
      <div>
        <Result team={team} round={round} outcome={outcome} />
        {released > 0 && heldBack > 0 ? (
          <HeldBack team={team} round={round} outcome={outcome} reload={reload} />
        ) : (
          kind !== 'shown' && <NotEnough team={team} round={round} outcome={outcome} reload={reload} />
        )}
      </div>
      {released > 0 && <Sharing team={team} round={round} />}
    </div>
  );
}

function Result({ team, round, outcome: { released, heldBack, missing } }: { team: KnownTeam; round: Round; outcome: Outcome }) {
  return (
    <section class="card turnout" aria-labelledby="closed-title">
      <h2 id="closed-title">{say('closed.title')}</h2>
      <p class="turnout-count" data-testid="turnout">{say('turnout.count', { n: round.turnout.n, size: round.size })}</p>
      <Dots n={round.turnout.n} size={round.size} heldBack={heldBack} />
      <ul class="turnout-legend">
        {released > 0 && <li><span class="dot in" aria-hidden="true" />{say('legend.shown', { n: released })}</li>}
        {heldBack > 0 && <li><span class="dot held" aria-hidden="true" />{say('legend.held', { n: heldBack })}</li>}
        {missing > 0 && <li><span class="dot" aria-hidden="true" />{say('legend.missing', { n: missing })}</li>}
      </ul>
      {released > 0 && (
        <>
          <ReportSummary token={team.token} round={round.id} />
          <p class="actions"><a class="button primary big" href={`/#/team/${team.id}/round/${round.id}/report`}>{say('closed.report')}</a></p>
        </>
      )}
    </section>
  );
}

/** Who else reads the report: the team by its one link, others by links made by hand. */
function Sharing({ team, round }: { team: KnownTeam; round: Round }) {
  const { data, problem, reload } = useDocument(() => shares.list(team.token), `shares/${round.id}`);
  const living = (data ?? []).filter((share) => share.round === round.id);
  return (
    <div>
      <ForTeam team={team} round={round} living={living} reload={reload} />
      <Shares team={team} round={round} living={living} reload={reload} />
      {problem && !data && <Trouble problem={problem} retry={reload} />}
    </div>
  );
}
