/** Where a round stands that shows scores while it is open. */
export interface Standing {
  /** answers received */
  n: number;
  /** people announced */
  size: number;
  /** fewest answers behind any number */
  k: number;
  /** answers behind the scores that are shown now; 0 before the first */
  shown: number;
}

/** When the scores can change next. */
export type Next =
  /** enough new answers are in: it is a matter of moments */
  | { kind: 'due' }
  /** at so many answers in all; `skipped`: how many people would have been left at an earlier moment that is passed over */
  | { kind: 'at'; n: number; more: number; skipped: number }
  /** not while the round is open: fewer people are left than may be shown together */
  | { kind: 'never'; left: number };

/** Whether a release at n answers would leave somebody behind who could never be shown. */
function strands(n: number, { size, k }: Standing): boolean {
  const left = size - n;
  return left >= 1 && left < k;
}

/** The moment of the next scores, by the same rule as the server releases them. */
export function next(standing: Standing): Next {
  const { n, size, k, shown } = standing;
  const earliest = shown + k;
  if (earliest > size) return { kind: 'never', left: size - shown };
  const soonest = Math.max(earliest, n);
  const at = strands(soonest, standing) ? size : soonest;
  if (at <= n) return { kind: 'due' };
  return { kind: 'at', n: at, more: at - n, skipped: at === soonest ? 0 : size - soonest };
}

/** Answers that a close right now would hold back. */
export function heldBackByClosing({ n, k, shown }: Omit<Standing, 'size'>): number {
  const waiting = n - shown;
  return waiting < k ? waiting : 0;
}
