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

/** The situation that tells each outcome best, and the roles to look for should it be gone. */
const situations: Record<QuickOutcome, { id: string; roles: string[] }> = {
  BOTH: { id: 'both-at-once', roles: ['product-manager', 'project-manager'] },
  PRODUCT: { id: 'few-new-products', roles: ['product-manager'] },
  PROJECT: { id: 'always-late', roles: ['project-manager'] },
  SUPPORT_BOTH: { id: 'one-who-drowns', roles: [] },
  SUPPORT_PRODUCT: { id: 'one-who-drowns', roles: [] },
  SUPPORT_PROJECT: { id: 'one-who-drowns', roles: [] },
  NONE: { id: 'healthy-needs-nobody', roles: [] },
};

/** The situation to read on with, or null when none fits. */
export function matching<T extends { id: string; roles: string[] }>(scenarios: T[], result: QuickResult): T | null {
  const { id, roles } = situations[result.outcome];
  const sameRoles = (scenario: T) => scenario.roles.length === roles.length && roles.every((role) => scenario.roles.includes(role));
  return scenarios.find((scenario) => scenario.id === id) ?? scenarios.find(sameRoles) ?? null;
}
