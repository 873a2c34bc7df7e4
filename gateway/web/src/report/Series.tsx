import { scaleLinear } from 'd3-scale';
import type { RoundInTrend, SideId } from '../api/model';
import { inContent } from '../i18n/language';
import { asDay } from '../i18n/texts';
import { Shape } from '../shared/Shape';
import { whole } from './reading';
import { placesByDate, type Point } from './overTime';
import { say } from './texts';

const HEIGHT = 190;
const TOP = 14;
const up = scaleLinear([0, 100], [HEIGHT - 24, TOP]).clamp(true);
/** Marks at the ends need room for their own half. */
const across = scaleLinear([0, 100], [6, 94]);
const percent = (x: number) => `${across(x)}%`;

/** Where a score would lie if nothing had changed: as wide as noise, and wider if many are new. */
function Band({ point, from }: { point: Point; from: number }) {
  const [low = 0, high = 0] = point.change?.band ?? [];
  const bar = (half: number, name: string) => (
    <rect class={name} x={percent(point.x)} width="18" y={up(from + half)} height={up(from - half) - up(from + half)} rx="4" transform="translate(-9 0)" />
  );
  return <>{high > low && bar(high, 'maybe')}{bar(low, 'noise')}</>;
}

/** One role's struggle, round by round. Its numbers stand in the table beside it. */
export function RoleSeries({ points, role, side }: { points: Point[]; role: string; side: SideId }) {
  const last = points.length - 1;
  const gate = points[last]?.round.gates.struggle ?? 0;
  return (
    <div class="series">
      <svg class={side} width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <rect class="beyond" x="0" width="100%" y={up(100)} height={up(gate) - up(100)} rx="5" />
        <line class="gate" x1="0" x2="100%" y1={up(gate)} y2={up(gate)} />
        <line class="floor" x1="0" x2="100%" y1={up(0)} y2={up(0)} />
        {points.map((point) => {
          const from = point.since === null ? null : (points[point.since]?.struggle ?? null);
          return from === null ? null : <Band key={point.round.round.id} point={point} from={from} />;
        })}
        {points.map((point) => {
          const from = point.since === null ? undefined : points[point.since];
          if (!from || from.struggle === null || point.struggle === null) return null;
          return <line key={point.round.round.id} class="step" x1={percent(from.x)} x2={percent(point.x)} y1={up(from.struggle)} y2={up(point.struggle)} />;
        })}
        {points.map(({ round, x, struggle }) => (
          <g key={round.round.id}>
            {round.comparable === false && <line class="version" x1={percent(x)} x2={percent(x)} y1={TOP} y2={up(0)} />}
            {struggle === null && <line class="missing" x1={percent(x)} x2={percent(x)} y1={up(0) - 7} y2={up(0) + 7} />}
          </g>
        ))}
      </svg>
      {points.map(({ round, x, struggle }) => struggle !== null && (
        <span key={round.round.id} class={`series-mark ${side}`} aria-hidden="true" style={{ insetInlineStart: percent(x), insetBlockStart: `${up(struggle)}px` }}>
          <Shape side={side} state={quadrantOf(round, role)} />
          <span class="series-value">{whole(struggle, round.gates.struggle)}</span>
        </span>
      ))}
      <p class="series-days" aria-hidden="true">
        {points.map(({ round, x }, index) => (points.length < 5 || index === 0 || index === last) && (
          <span key={round.round.id} style={{ insetInlineStart: percent(x) }}>{asDay(round.round.closedOn)}</span>
        ))}
      </p>
    </div>
  );
}

const quadrantOf = (round: RoundInTrend, role: string) => round.roles.find(({ id }) => id === role)?.quadrant;

const SMALL = 44;
const low = scaleLinear([0, 100], [SMALL - 5, 5]).clamp(true);

/** Every responsibility as a small line of its own, all on one scale; no claims, a single area moves too easily. */
export function AreaMultiples({ rounds }: { rounds: RoundInTrend[] }) {
  const places = placesByDate(rounds.map(({ round }) => round.closedOn));
  const areas = new Map<string, { name: string; side: SideId }>();
  [...rounds].reverse().forEach(({ areas: all }) => all.forEach(({ id, name, side = 'product' }) => areas.has(id) || areas.set(id, { name, side })));
  const scoreAt = (round: RoundInTrend, id: string) => round.areas.find((area) => area.id === id)?.struggle ?? null;
  return (
    <section class="card area-multiples" aria-labelledby="multiples-title">
      <h2 id="multiples-title">{say('multiples.title')}</h2>
      <p class="chart-summary">{say('multiples.text')}</p>
      <ul>
        {[...areas].map(([id, { name, side }]) => {
          const known = rounds.flatMap((round, index) => {
            const score = scoreAt(round, id);
            return score === null ? [] : [{ x: places[index] ?? 0, score }];
          });
          const words = known.length === 0 ? say('tooFew') : known.map(({ score }) => whole(score)).join(' → ');
          return (
            <li key={id} class={side}>
              <p><Shape side={side} /><strong {...inContent()}>{name}</strong></p>
              <svg width="100%" height={SMALL} aria-hidden="true" focusable="false">
                <line class="floor" x1="0" x2="100%" y1={low(0)} y2={low(0)} />
                {known.slice(1).map((to, index) => (
                  <line key={`to${index}`} class="step" x1={percent(known[index]?.x ?? 0)} x2={percent(to.x)} y1={low(known[index]?.score ?? 0)} y2={low(to.score)} />
                ))}
                {known.map(({ x, score }) => <circle key={x} class="dot" cx={percent(x)} cy={low(score)} r="3.5" />)}
              </svg>
              <p class="hint">{words}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
