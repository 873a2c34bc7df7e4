import { describe, expect, it } from 'vitest';
import { heldBackByClosing, next } from '../src/organise/batches';
import { neededForVerdict, outcomeOf } from '../src/organise/outcome';

describe('scores in between', () => {
  it('come first when k people have answered', () => {
    expect(next({ n: 0, size: 8, k: 4, shown: 0 })).toEqual({ kind: 'at', n: 4, more: 4, skipped: 0 });
    expect(next({ n: 3, size: 8, k: 4, shown: 0 })).toEqual({ kind: 'at', n: 4, more: 1, skipped: 0 });
  });
  it('change with k new answers', () => {
    expect(next({ n: 5, size: 12, k: 4, shown: 4 })).toEqual({ kind: 'at', n: 8, more: 3, skipped: 0 });
  });
  it('wait for everybody when too few would be left over', () => {
    // at 4 of 7, three would be left: fewer than k
    expect(next({ n: 0, size: 7, k: 4, shown: 0 })).toEqual({ kind: 'at', n: 7, more: 7, skipped: 3 });
    expect(next({ n: 9, size: 11, k: 4, shown: 4 })).toEqual({ kind: 'at', n: 11, more: 2, skipped: 2 });
    // one who came in before the release of the four leaves too few as well
    expect(next({ n: 5, size: 8, k: 4, shown: 0 })).toEqual({ kind: 'at', n: 8, more: 3, skipped: 3 });
  });
  it('are on their way once enough are in', () => {
    expect(next({ n: 4, size: 8, k: 4, shown: 0 })).toEqual({ kind: 'due' });
    expect(next({ n: 8, size: 8, k: 4, shown: 4 })).toEqual({ kind: 'due' });
  });
  it('stay as they are when fewer than k people are left', () => {
    expect(next({ n: 8, size: 8, k: 4, shown: 8 })).toEqual({ kind: 'never', left: 0 });
    expect(next({ n: 8, size: 9, k: 4, shown: 8 })).toEqual({ kind: 'never', left: 1 });
  });

  /** What the server does with each answer, one after the other: ReleasePolicy.whileOpen. */
  const releases = (size: number, k: number) => {
    const at: number[] = [];
    for (let n = 1, shown = 0; n <= size; n++) {
      const left = size - n;
      if (n - shown >= k && !(left >= 1 && left < k)) at.push((shown = n));
    }
    return at;
  };
  it('are announced for exactly the moment at which they come, whatever the size and k', () => {
    for (let k = 3; k <= 6; k++) {
      for (let size = Math.max(7, k); size <= 30; size++) {
        const at = releases(size, k);
        for (let n = 0; n < size; n++) {
          const shown = Math.max(0, ...at.filter((moment) => moment <= n));
          const coming = at.find((moment) => moment > n);
          const told = next({ n, size, k, shown });
          expect(told.kind === 'at' ? told.n : undefined, `${n} of ${size}, k ${k}`).toBe(coming);
        }
      }
    }
  });
});

describe('closing', () => {
  it('holds back what is left since the last scores when that is fewer than k', () => {
    expect(heldBackByClosing({ n: 6, k: 4, shown: 4 })).toBe(2);
    expect(heldBackByClosing({ n: 4, k: 4, shown: 4 })).toBe(0);
    expect(heldBackByClosing({ n: 9, k: 4, shown: 4 })).toBe(0);
    expect(heldBackByClosing({ n: 3, k: 4, shown: 0 })).toBe(3);
  });
});

describe('how a round ended', () => {
  const round = (n: number, heldBack: number, size = 8, k = 4, minimumTurnoutPercent = 50) => outcomeOf({ k, size, minimumTurnoutPercent, heldBack, turnout: { n } });
  it('with nobody, and then there is nothing to open it again for', () => {
    expect(round(0, 0)).toMatchObject({ kind: 'nobody', released: 0, reopens: false, missing: 8 });
  });
  it('with too few to show', () => {
    expect(round(2, 2)).toEqual({ kind: 'hidden', released: 0, heldBack: 2, missing: 6, more: 2, needed: 4, forVerdict: 2, enlarge: 0, reopens: true });
    // showing takes four of twenty, a verdict ten
    expect(round(3, 3, 20)).toMatchObject({ kind: 'hidden', more: 1, forVerdict: 7 });
  });
  it('with enough to show and too few for a verdict', () => {
    expect(round(5, 0, 20)).toMatchObject({ kind: 'short', released: 5, forVerdict: 5, reopens: false });
    expect(round(3, 0, 6, 3)).toMatchObject({ kind: 'short', forVerdict: 1 });
    // a questionnaire of one's own may ask for more people, or for fewer
    expect(round(5, 0, 10, 4, 60)).toMatchObject({ kind: 'short', needed: 6, forVerdict: 1 });
    expect(round(5, 0, 20, 4, 25)).toMatchObject({ kind: 'shown', needed: 5, forVerdict: 0 });
  });
  it('with a report, and answers beside it that wait for more', () => {
    expect(round(6, 2)).toMatchObject({ kind: 'shown', released: 4, heldBack: 2, more: 2, enlarge: 0, reopens: true });
    expect(round(8, 0)).toMatchObject({ kind: 'shown', more: 0, reopens: false });
  });
  it('says by how many the round has to grow before those held back can be shown', () => {
    // everybody answered, one of them after the last scores: three more people are needed
    expect(round(9, 1, 9)).toMatchObject({ more: 3, missing: 0, enlarge: 3 });
    expect(round(7, 3, 8)).toMatchObject({ more: 1, missing: 1, enlarge: 0 });
  });
  it.each([[4, 6, 50, 4], [3, 6, 50, 4], [4, 9, 50, 5], [5, 6, 50, 5], [4, 20, 50, 10], [4, 10, 60, 6], [4, 10, 0, 4], [4, 7, 100, 7]])('needs with k %i of %i people and a share of %i %% %i answers for a verdict', (k, size, minimumTurnoutPercent, needed) => {
    expect(neededForVerdict({ k, size, minimumTurnoutPercent })).toBe(needed);
  });
});
