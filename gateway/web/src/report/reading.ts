import { descending, sum } from 'd3-array';
import type { Report, ReportArea, SideId } from '../api/model';
import { SIDES } from '../shared/Shape';

type Coverage = Report['method']['coverage'];

/** The side that a role or an area belongs to; null in a report of a server that does not say yet. */
export const sideOf = (scored: { side?: SideId }): SideId | null => scored.side ?? null;

/** The sides that a verdict speaks about. */
export function sidesOf(code: string): SideId[] {
  switch (code) {
    case 'BOTH_PROGRAMME': return SIDES;
    case 'BOTH':
    case 'SUPPORT_BOTH': return ['product', 'project'];
    case 'PRODUCT':
    case 'SUPPORT_PRODUCT': return ['product'];
    case 'PROJECT':
    case 'SUPPORT_PROJECT': return ['project'];
    case 'PROGRAMME': return ['programme'];
    default: return [];
  }
}

/** A number to read: whole, and just below its gate never as if it had reached it. */
export function whole(value: number | null, gate?: number): number | string {
  if (value === null) return '–';
  const rounded = Math.round(value);
  return gate !== undefined && value < gate && rounded >= gate ? gate - 1 : rounded;
}

/** The areas that carry the verdict first, the heaviest (struggle + gap) on top; unusable ones last. */
export function byWeight(report: Report): ReportArea[] {
  const named = new Set<SideId | null>(sidesOf(report.verdict.code));
  const weight = (area: ReportArea) => (area.struggle ?? -1000) + (area.gap ?? -1000) + (named.has(sideOf(area)) ? 1000 : 0);
  return [...report.areas].sort((a, b) => descending(weight(a), weight(b)));
}

/** Where opinions lie furthest apart first: those that are split, then the wider spread; unknown ones last. */
export function bySplit(report: Report): ReportArea[] {
  const spread = ({ split, agreement }: ReportArea) => (split ? 1000 : 0) + (agreement?.adMean ?? -1000);
  return byWeight(report).sort((a, b) => descending(spread(a), spread(b)));
}

/** The most split areas, at most three, the widest spread first. */
export function mostSplit(areas: ReportArea[]): ReportArea[] {
  return areas
    .filter((area) => area.split)
    .sort((a, b) => descending(a.agreement?.adMean ?? 0, b.agreement?.adMean ?? 0))
    .slice(0, 3);
}

export interface Ownership { owner: number; unclear: number; nobody: number; total: number }

export type OwnershipKind = 'one' | 'several' | 'loose' | 'whoever' | 'nobody';

/** What a coverage option says: an owner where it asks for no help, nobody where nothing is taken care of, else something unclear. */
export function ownershipKinds(options: Coverage): OwnershipKind[] {
  return options.map(({ form, creditPercent }, index) => {
    if (creditPercent === 0) return 'nobody';
    if (!form) return index === 0 ? 'one' : 'several';
    return form === 'HOURS' ? 'whoever' : 'loose';
  });
}

/** How many see an owner, something unclear, or nobody. */
export function ownership(coverage: number[], options: Coverage): Ownership {
  const kinds = ownershipKinds(options);
  const of = (...wanted: OwnershipKind[]) => sum(coverage.filter((_, index) => wanted.includes(kinds[index] ?? 'nobody')));
  return { owner: of('one', 'several'), unclear: of('loose', 'whoever'), nobody: of('nobody'), total: sum(coverage) };
}

export interface Leaning { well: number; between: number; hurts: number; total: number }

/** Answers 0-1 go well, 2 is in between, 3-4 hurt (reversed wordings already turned round). */
export function leaning(distribution: number[]): Leaning {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = distribution;
  return { well: a + b, between: c, hurts: d + e, total: sum(distribution) };
}

/** The widest half any row needs, so that all rows share one unit. */
export function halfWidth(rows: number[][]): number {
  return Math.max(1, ...rows.map((row) => {
    const { well, between, hurts } = leaning(row);
    return Math.max(well, hurts) + between / 2;
  }));
}

export interface Unit { x: number; width: number; level: number }

/** Units of a diverging row in percent of its width: the middle answers lie across the centre. */
export function divergingUnits(distribution: number[], half: number): Unit[] {
  const unit = 50 / half;
  const { well, between } = leaning(distribution);
  let x = 50 - unit * (well + between / 2);
  // the strongest answer lies furthest out on both sides
  return distribution.flatMap((count, level) =>
    Array.from({ length: count }, () => {
      const here = { x, width: unit, level };
      x += unit;
      return here;
    }),
  );
}

/** The checks of the stability card that would tip the verdict. */
export function doubts(report: Report): string[] {
  const stability = report.stability;
  if (!stability) return [];
  return [
    stability.leaveOnePersonOut.flips ? 'person' : null,
    stability.missingAnswers.couldFlip ? 'missing' : null,
    stability.leaveOneAreaOut.flips ? 'area' : null,
    stability.wording.same === false ? 'wording' : null,
    stability.scenarios.agree === true ? null : 'scenarios',
  ].filter((doubt) => doubt !== null);
}

/** The checks that are not told, because they would say something about too few people. */
export function untold(report: Report): string[] {
  const stability = report.stability;
  if (!stability) return [];
  return [
    stability.leaveOnePersonOut.flips === null ? 'person' : null,
    stability.missingAnswers.couldFlip === null ? 'missing' : null,
    stability.wording.same === null ? 'wording' : null,
  ].filter((check) => check !== null);
}
