const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/** How long to wait before attempt n, with jitter so that a room of screens does not return at once. */
export function pause(attempt: number, chance: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.75 + chance / 2);
}
