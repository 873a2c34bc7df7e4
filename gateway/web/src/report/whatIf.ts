import type { Quadrant, Report, ReportRole, SideId } from '../api/model';
import { sideOf } from './reading';

export interface Gates { struggle: number; gap: number }

/** The gates that the stored verdict was given with. */
export const ownGates = ({ method }: Report): Gates => ({ struggle: method.struggleGate, gap: method.gapGate });

/** Where a role would stand. At the report's own gates that is what the report says, whatever was rounded on the way. */
export function quadrantAt(role: ReportRole, gates: Gates, own: Gates): Quadrant | null {
  if (!role.quadrant || role.struggle === null || role.gap === null) return null;
  if (gates.struggle === own.struggle && gates.gap === own.gap) return role.quadrant;
  const open = role.gap >= gates.gap;
  if (role.struggle >= gates.struggle) return open ? 'VACANT' : 'UNSUPPORTED';
  return open ? 'INFORMAL' : 'FINE';
}

export interface Outcome { missing: ReportRole[]; unsupported: ReportRole[] }

/** What the rules make of these quadrants, the first that matches; nothing of it is kept anywhere. */
export function outcomeAt(report: Report, gates: Gates): Outcome {
  const own = ownGates(report);
  const those = (wanted: Quadrant, sides: SideId[]) =>
    report.roles.filter((role) => sides.includes(sideOf(role) as SideId) && quadrantAt(role, gates, own) === wanted);
  const missing = those('VACANT', ['product', 'project']);
  const programme = those('VACANT', ['programme']);
  // beside one of the two that is missing, a programme manager can wait
  if (missing.length !== 1 && missing.length + programme.length > 0) return { missing: [...missing, ...programme], unsupported: [] };
  if (missing.length > 0) return { missing, unsupported: [] };
  return { missing: [], unsupported: those('UNSUPPORTED', ['product', 'project']) };
}

const ids = ({ missing, unsupported }: Outcome) => [missing, unsupported].map((roles) => roles.map(({ id }) => id).join()).join('/');

export const sameOutcome = (one: Outcome, other: Outcome): boolean => ids(one) === ids(other);
