import type { Quadrant } from '../api/model';

/** The gates of the Role Gap Scan: at least this much counts as high. */
export const STRUGGLE_GATE = 45;
export const GAP_GATE = 40;

/** "Do you manage?": yes, now and then, hardly ever. */
export const STRUGGLE = [0, 50, 100] as const;
/** "Does somebody take care of it?": one person, whoever has time, nobody (as in the scan's coverage question). */
export const GAP = [0, 80, 100] as const;

export interface QuickAnswers {
  /** indexes into STRUGGLE and GAP, and whether several projects are connected */
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

export function quadrant(struggle: number, gap: number): Quadrant {
  if (struggle >= STRUGGLE_GATE) return gap >= GAP_GATE ? 'VACANT' : 'UNSUPPORTED';
  return gap >= GAP_GATE ? 'INFORMAL' : 'FINE';
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
export function judge(answers: QuickAnswers): QuickResult {
  const side = ([works, cared]: [number, number]) => quadrant(STRUGGLE[works] ?? 0, GAP[cared] ?? 0);
  const product = side(answers.product);
  const project = side(answers.project);
  return { product, project, outcome: outcome(product, project), connected: answers.connected };
}

/** The roles whose situation fits an outcome; an empty list is the team that needs nobody. */
export function rolesOf(result: QuickResult): string[] {
  switch (result.outcome) {
    case 'BOTH':
    case 'SUPPORT_BOTH':
      return ['product-manager', 'project-manager'];
    case 'PRODUCT':
    case 'SUPPORT_PRODUCT':
      return ['product-manager'];
    case 'PROJECT':
    case 'SUPPORT_PROJECT':
      return ['project-manager'];
    default:
      return [];
  }
}

/** The situation that names exactly these roles, else one that names them among others. */
export function matching<T extends { roles: string[] }>(scenarios: T[], roles: string[]): T | null {
  const all = (scenario: T) => roles.every((role) => scenario.roles.includes(role));
  const exact = scenarios.find((scenario) => scenario.roles.length === roles.length && all(scenario));
  return exact ?? (roles.length > 0 ? scenarios.find(all) : undefined) ?? null;
}
