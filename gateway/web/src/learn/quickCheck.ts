import type { Instrument, Quadrant, SideId } from '../api/model';
import situations from './situations.json';

/** What an answer counts for, of 100, and from where on that is much. */
export interface Rules {
  /** "Do you manage?": yes, now and then, hardly ever. */
  struggle: readonly number[];
  /** "Does somebody take care of it?": one person, whoever has time, nobody. */
  gap: readonly number[];
  struggleGate: number;
  gapGate: number;
}

/** As the scan itself counts: its scale from end to end, what it credits to whoever takes care, its gates. */
export function rulesOf({ scale, coverage, parameters }: Pick<Instrument, 'scale' | 'coverage' | 'parameters'>): Rules {
  const points = scale.points.map(({ value }) => value).sort((a, b) => a - b);
  const highest = points.at(-1) ?? 1;
  const struggle = [points[0], points[Math.floor(points.length / 2)], highest].map((value) => (100 * (value ?? 0)) / highest);
  const credits = coverage.options.map(({ creditPercent }) => creditPercent);
  const lowest = Math.min(...credits);
  const whoeverHasTime = coverage.options.find(({ form }) => form === 'HOURS')?.creditPercent ?? lowest;
  return { struggle, gap: [Math.max(...credits), whoeverHasTime, lowest].map((credit) => 100 - credit), struggleGate: parameters.struggleGate, gapGate: parameters.gapGate };
}

export interface QuickAnswers {
  /** which option was taken, and whether several projects are connected */
  product: [number, number];
  project: [number, number];
  connected: boolean;
}

export type QuickOutcome = 'BOTH' | 'PRODUCT' | 'PROJECT' | 'SUPPORT_BOTH' | 'SUPPORT_PRODUCT' | 'SUPPORT_PROJECT' | 'NONE';

export interface QuickResult {
  product: Quadrant;
  project: Quadrant;
  outcome: QuickOutcome;
  connected: boolean;
}

export function quadrant(struggle: number, gap: number, { struggleGate, gapGate }: Rules): Quadrant {
  if (struggle >= struggleGate) return gap >= gapGate ? 'VACANT' : 'UNSUPPORTED';
  return gap >= gapGate ? 'INFORMAL' : 'FINE';
}

function outcome(product: Quadrant, project: Quadrant): QuickOutcome {
  if (product === 'VACANT' && project === 'VACANT') return 'BOTH';
  if (product === 'VACANT') return 'PRODUCT';
  if (project === 'VACANT') return 'PROJECT';
  if (product === 'UNSUPPORTED' && project === 'UNSUPPORTED') return 'SUPPORT_BOTH';
  if (product === 'UNSUPPORTED') return 'SUPPORT_PRODUCT';
  if (project === 'UNSUPPORTED') return 'SUPPORT_PROJECT';
  return 'NONE';
}

/** The scan's two gates on one person's five taps; nothing leaves the page. */
export function judge(answers: QuickAnswers, rules: Rules): QuickResult {
  const side = ([works, cared]: [number, number]) => quadrant(rules.struggle[works] ?? 0, rules.gap[cared] ?? 0, rules);
  const product = side(answers.product);
  const project = side(answers.project);
  return { product, project, outcome: outcome(product, project), connected: answers.connected };
}

/** The situation to read on with, by name or by the roles of the sides it is about; null when none fits. */
export function matching<T extends { id: string; roles: string[] }>(scenarios: T[], outcome: QuickOutcome, roleOf: (side: SideId) => string | null): T | null {
  const { id, sides }: { id: string; sides: string[] } = situations[outcome];
  const roles = sides.map((side) => roleOf(side as SideId)).filter((role) => role !== null);
  const sameRoles = (scenario: T) => scenario.roles.length === roles.length && roles.every((role) => scenario.roles.includes(role));
  return scenarios.find((scenario) => scenario.id === id) ?? scenarios.find(sameRoles) ?? null;
}
