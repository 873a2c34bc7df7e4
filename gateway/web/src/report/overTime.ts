import type { RoundInTrend, SideId, TrendChange } from '../api/model';

const DAY = 86_400_000;
/** Rounds on one day, or a year apart: no two marks closer than this share of an even distance. */
const CLOSEST = 0.45;

/** Places from 0 to 100 for rounds in order, as far apart as their dates, with room for each mark. */
export function placesByDate(dates: string[]): number[] {
  if (dates.length < 2) return dates.map(() => 50);
  const gaps = dates.slice(1).map((date, index) => Math.max(0, (Date.parse(date) - Date.parse(dates[index] ?? date)) / DAY));
  const even = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length || 1;
  const wide = gaps.map((gap) => Math.max(gap, CLOSEST * even));
  const total = wide.reduce((sum, gap) => sum + gap, 0);
  let at = 0;
  return [0, ...wide.map((gap) => (at += gap) && (100 * at) / total)];
}

export interface Point {
  round: RoundInTrend;
  x: number;
  struggle: number | null;
  change: TrendChange | null;
  /** Index of the point that the change is about. */
  since: number | null;
}

/** One role's struggle over all rounds; a round without it stays as a gap that can be seen. */
export function seriesOf(rounds: RoundInTrend[], role: string): Point[] {
  const places = placesByDate(rounds.map(({ round }) => round.closedOn));
  return rounds.map((round, index) => {
    const change = round.changes.find((one) => one.role === role) ?? null;
    const since = change ? rounds.findIndex((other) => other.round.id === change.since) : -1;
    return {
      round,
      x: places[index] ?? 0,
      struggle: round.roles.find(({ id }) => id === role)?.struggle ?? null,
      change,
      since: since < 0 ? null : since,
    };
  });
}

/** The roles of all rounds, in the order in which reports name them. */
export function rolesOf(rounds: RoundInTrend[]): { id: string; name: string; side?: SideId }[] {
  const roles = new Map<string, { name: string; side?: SideId }>();
  [...rounds].reverse().forEach((round) => round.roles.forEach(({ id, name, side }) => roles.has(id) || roles.set(id, { name, side })));
  const longest = rounds.reduce<RoundInTrend | null>((most, round) => (!most || round.roles.length > most.roles.length ? round : most), null);
  const order = longest?.roles.map(({ id }) => id) ?? [];
  return [...roles].map(([id, role]) => ({ id, ...role })).sort((a, b) => order.indexOf(a.id as never) - order.indexOf(b.id as never));
}

/** What the newest round says about a role beside earlier ones; none when it has no comparable score. */
export function newest(points: Point[]): Point | null {
  return [...points].reverse().find(({ change }) => change !== null) ?? null;
}
