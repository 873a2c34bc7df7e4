import { results } from '../api/operations';
import type { RoundInTrend, SideId, TrendChange } from '../api/model';
import { knownTeam } from '../device/organisers';
import { at, inContent } from '../i18n/language';
import { asDate, asPoints } from '../i18n/texts';
import { UnknownTeam } from '../organise/UnknownTeam';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { Shape } from '../shared/Shape';
import { content, Figure } from './Figure';
import { whole } from './reading';
import { newest, rolesOf, seriesOf, type Point } from './overTime';
import { AreaMultiples, RoleSeries } from './Series';
import { say } from './texts';

/** A team's rounds beside each other: what has changed, what has not, and what cannot be told. */
export function Trend({ team: id }: { team: string }) {
  const team = knownTeam(id);
  const { data: rounds, problem, reload } = useDocument<RoundInTrend[]>(() => results.trend(team?.token ?? ''), `trend/${id}`);
  if (!team) return <UnknownTeam />;
  if (!rounds) return <Waiting title={say('trend.title')} problem={problem} retry={reload} />;
  const scored = rounds.filter(({ roles }) => roles.length > 0);
  return (
    <Page class="report trend" title={say('trend.title')} eyebrow={<bdi>{team.name}</bdi>} lead={scored.length > 1 ? say('trend.lead') : say('trend.few')}>
      <p class="report-back"><a href={`/#/team/${id}`}>{say('trend.back')}</a></p>
      {scored.length > 1 && <Changes rounds={rounds} />}
      {scored.length > 0 && rolesOf(rounds).map((role) => <RoleOverTime key={role.id} rounds={rounds} {...role} />)}
      {scored.length > 1 && <AreaMultiples rounds={rounds} />}
      {rounds.length > 0 && <Rounds team={id} rounds={rounds} />}
      {scored.length > 1 && <p class="hint trend-small">{say('trend.method')} <a href={at('/method')}>{say('wrong.more')}</a></p>}
    </Page>
  );
}

const closedOn = (rounds: RoundInTrend[], id: string) => asDate(rounds.find(({ round }) => round.id === id)?.round.closedOn ?? '');

/** One sentence about a change, with the figures that it stands on. */
function told(change: TrendChange, rounds: RoundInTrend[]): string {
  const [low = 0, high = 0] = change.band;
  const date = closedOn(rounds, change.since);
  const points = asPoints(Math.abs(change.points));
  return say(`change.${change.direction}`, { date, points, low: asPoints(low), high: asPoints(high) });
}

function Changes({ rounds }: { rounds: RoundInTrend[] }) {
  const rows = rolesOf(rounds).map((role) => ({ ...role, last: newest(seriesOf(rounds, role.id)) }));
  return (
    <section class="card trend-changes" aria-labelledby="trend-changes">
      <h2 id="trend-changes">{say('trend.changes')}</h2>
      <ul>
        {rows.map(({ id, name, side, last }) => {
          const creeping = last?.round.sinceFirst.find((change) => change.role === id && change.direction !== last.change?.direction && change.direction !== 'none');
          return (
            <li key={id} class={last?.change?.direction ?? 'untold'}>
              {side && <Shape side={side} state={last?.round.roles.find((role) => role.id === id)?.quadrant} />}
              <p>
                <strong><span {...inContent()}>{name}</span>: {say(`direction.${last?.change?.direction ?? 'untold'}`)}</strong>
                {last?.change ? told(last.change, rounds) : say('change.untold')}
                {creeping && <span class="trend-creeping">{say('change.creeping')} {told(creeping, rounds)}</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RoleOverTime({ rounds, id, name, side }: { rounds: RoundInTrend[]; id: string; name: string; side?: SideId }) {
  const points = seriesOf(rounds, id);
  const words = (point: Point) => {
    if (point.struggle === null) return say('tooFew');
    return point.change ? say(`direction.${point.change.direction}`) : say('direction.untold');
  };
  return (
    <Figure
      title={content(name)}
      summary={say('series.text')}
      legend={
        <ul class="series-legend">
          <li><span class="series-key noise" />{say('series.noise')}</li>
          <li><span class="series-key maybe" />{say('series.maybe')}</li>
          <li><span class="series-key gate" />{say('series.gate')}</li>
          {points.some(({ struggle }) => struggle === null) && <li><span class="series-key empty" />{say('series.empty')}</li>}
          {points.some(({ round }) => round.comparable === false) && <li><span class="series-key version" />{say('series.version')}</li>}
        </ul>
      }
      table={{
        head: [say('trend.round'), say('trend.people'), say('struggle'), say('trend.difference'), say('trend.noise'), say('means'), say('trend.marks')],
        rows: points.map((point) => {
          const { round, change, struggle } = point;
          return [
            asDate(round.round.closedOn),
            say('answered', { n: round.received, size: round.size }),
            whole(struggle, round.gates.struggle),
            change ? asPoints(change.points, true) : '–',
            change ? (change.band[0] === change.band[1] ? `±${asPoints(change.band[0] ?? 0)}` : `±${asPoints(change.band[0] ?? 0)}–${asPoints(change.band[1] ?? 0)}`) : '–',
            words(point),
            marks(round).join('; ') || '–',
          ];
        }),
      }}
    >
      <RoleSeries points={points} role={id} side={side ?? 'product'} />
    </Figure>
  );
}

/** What makes a round other than the one before it. */
function marks(round: RoundInTrend): string[] {
  return [
    ...(round.roles.length === 0 ? [say('mark.empty')] : []),
    ...(round.comparable === false ? [say('mark.version')] : []),
    ...(round.turnover === 'first' ? [] : [say(`turnover.${round.turnover}`, { n: round.newcomers ?? 0 })]),
    ...(round.olderFigures ? [say('mark.older')] : []),
  ];
}

function Rounds({ team, rounds }: { team: string; rounds: RoundInTrend[] }) {
  return (
    <section aria-labelledby="trend-rounds">
      <h2 id="trend-rounds">{say('trend.rounds')}</h2>
      <ol class="trend-rounds">
        {rounds.map((round) => (
          <li key={round.round.id} class="card">
            <h3><a href={`/#/team/${team}/round/${round.round.id}${round.roles.length > 0 ? '/report' : ''}`}>{asDate(round.round.closedOn)}</a></h3>
            {round.verdict ? <p {...inContent()}>{round.verdict.title}</p> : <p>{say('mark.empty')}</p>}
            <p class="hint">{[say('answered', { n: round.received, size: round.size }), ...marks(round)].join(' · ')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
