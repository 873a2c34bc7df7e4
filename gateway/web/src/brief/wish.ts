import type { Brief, BriefVariant, Report } from '../api/model';

export const VARIANTS: BriefVariant[] = ['hire', 'hat', 'mandate'];

/** What to ask for: a way of filling a role, and which role where there is a choice. */
export interface Wish {
  variant: BriefVariant;
  role?: string;
}

/** Where drafts come from, as documents and as files. */
export interface Briefs {
  /** They are about roles as such, whatever a report leaves open. */
  whole?: boolean;
  read: (wish: Wish) => Promise<Brief>;
  file: (wish: Wish, form: 'json' | 'md') => Promise<string>;
}

const WAYS: Record<string, BriefVariant> = { HIRE: 'hire', HOURS: 'hat', MANDATE: 'mandate', PRODUCT_OWNER_MANDATE: 'mandate', DELIVERY_HAT: 'hat' };

/** The roles in which a report leaves something open for this way, the one to fill first on top. */
export function openRoles(report: Report, variant: BriefVariant): { id: string; name: string }[] {
  const open = report.roles.filter(({ id }) =>
    report.areas.some((area) => area.role === id && (area.quadrant === 'VACANT' || (variant === 'mandate' && area.quadrant === 'UNSUPPORTED'))));
  const first = report.verdict?.fillFirst;
  return [...open.filter(({ id }) => id === first), ...open.filter(({ id }) => id !== first)].map(({ id, name }) => ({ id, name }));
}

/** The way that the report points to; null when it leaves nothing open in any. */
export function advised(report: Report): BriefVariant | null {
  if (openRoles(report, 'mandate').length === 0) return null;
  if (openRoles(report, 'hire').length === 0) return 'mandate';
  const way = report.verdict?.form?.map((form) => WAYS[form]).find((known) => known !== undefined);
  return way ?? 'hire';
}
