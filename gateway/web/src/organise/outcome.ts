import type { Round } from '../api/model';

/** Fewest people for whom a verdict is ever given. */
const FEWEST = 4;

/** What every questionnaire asked before it was told with the round, and a service of then still answers. */
const USUAL_PERCENT = 50;

/** Answers that a verdict needs: a group that is safe to show, and the share of the team that the questionnaire asks for. */
export function neededForVerdict({ k, size, minimumTurnoutPercent = USUAL_PERCENT }: Pick<Round, 'k' | 'size' | 'minimumTurnoutPercent'>): number {
  return Math.max(k, FEWEST, Math.ceil((size * minimumTurnoutPercent) / 100));
}

/** How a closed round ended. */
export interface Outcome {
  /** nobody answered; answers came but none may be shown; shown, too few for a verdict; shown */
  kind: 'nobody' | 'hidden' | 'short' | 'shown';
  /** answers in the report */
  released: number;
  heldBack: number;
  /** people who have not answered */
  missing: number;
  /** further answers with which those held back can be shown */
  more: number;
  /** answers with which there can be a verdict */
  needed: number;
  /** further answers with which there can be a verdict; 0 when there are enough */
  forVerdict: number;
  /** people to add to the size before so many further answers fit; 0 when there is room */
  enlarge: number;
  /** whether the round can be opened again */
  reopens: boolean;
}

type Counts = Pick<Round, 'k' | 'size' | 'minimumTurnoutPercent' | 'heldBack'> & { turnout: Pick<Round['turnout'], 'n'> };

export function outcomeOf(round: Counts): Outcome {
  const { k, size, heldBack, turnout: { n } } = round;
  const released = n - heldBack;
  const needed = neededForVerdict(round);
  const more = heldBack > 0 ? k - heldBack : 0;
  const missing = size - n;
  return {
    kind: n === 0 ? 'nobody' : released === 0 ? 'hidden' : released < needed ? 'short' : 'shown',
    released,
    heldBack,
    missing,
    more,
    needed,
    forVerdict: Math.max(0, needed - n),
    enlarge: Math.max(0, more - missing),
    reopens: heldBack > 0,
  };
}
