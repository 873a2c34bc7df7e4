import type { Participation } from '../api/model';

/** How somebody came in: with the link that everybody has, or with a ticket that is theirs alone. */
export type Way = 'link' | 'ticket';

/** Where the report is for this visitor once the round has closed. */
export type Results = 'here' | 'passed-on' | 'organiser';

/** What a visitor gets to see of a closed round. */
export type AfterClosing = 'late' | 'report' | 'closed';

export function resultsOf(round: Pick<Participation, 'memberResults'>, way: Way): Results {
  if (round.memberResults === 'none') return 'organiser';
  // a ticket hands in answers and reads nothing
  return way === 'link' ? 'here' : 'passed-on';
}

/** @param unsent answers on this device that never left it */
export function afterClosing(round: Pick<Participation, 'memberResults' | 'answered'>, way: Way, unsent: number): AfterClosing {
  if (unsent > 0 && !round.answered) return 'late';
  return resultsOf(round, way) === 'here' ? 'report' : 'closed';
}

const LONGEST_TIMER = 2 ** 31 - 1;
const GRACE = 1_000;

/** Milliseconds until the deadline has surely passed; null when there is nothing to wait for. */
export function untilPassed(deadline: string | null | undefined, now: Date): number | null {
  if (!deadline) return null;
  const wait = new Date(deadline).getTime() - now.getTime() + GRACE;
  return wait > GRACE && wait <= LONGEST_TIMER ? wait : null;
}
