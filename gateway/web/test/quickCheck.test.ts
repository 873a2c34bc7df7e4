import { describe, expect, it } from 'vitest';
import { GAP, judge, matching, quadrant, STRUGGLE } from '../src/learn/quickCheck';

describe('the quick check', () => {
  it('counts a struggle of exactly 45 and a gap of exactly 40 as high', () => {
    expect(quadrant(45, 40)).toBe('VACANT');
    expect(quadrant(45, 39.9)).toBe('UNSUPPORTED');
    expect(quadrant(44.9, 40)).toBe('INFORMAL');
    expect(quadrant(44.9, 39.9)).toBe('FINE');
  });

  const works = STRUGGLE.indexOf(0);
  const hurts = STRUGGLE.indexOf(100);
  const owned = GAP.indexOf(0);
  const loose = GAP.indexOf(80);
  const nobody = GAP.indexOf(100);
  it.each([
    [[hurts, nobody], [works, owned], 'PRODUCT'],
    [[works, owned], [hurts, loose], 'PROJECT'],
    [[hurts, nobody], [hurts, nobody], 'BOTH'],
    [[hurts, owned], [works, nobody], 'SUPPORT_PRODUCT'],
    [[works, nobody], [hurts, owned], 'SUPPORT_PROJECT'],
    [[hurts, owned], [hurts, owned], 'SUPPORT_BOTH'],
    [[works, nobody], [works, nobody], 'NONE'],
    [[hurts, nobody], [hurts, owned], 'PRODUCT'],
  ] as const)('judges product %j and project %j as %s', (product, project, outcome) => {
    expect(judge({ product: [...product], project: [...project], connected: false }).outcome).toBe(outcome);
  });

  it('never advises a role where things go well, whoever takes care of them', () => {
    for (const cared of GAP.keys()) {
      expect(judge({ product: [works, cared], project: [works, cared], connected: true }).outcome).toBe('NONE');
    }
  });

  it('points to the situation that fits, by name or else by roles', () => {
    const result = judge({ product: [hurts, nobody], project: [works, owned], connected: false });
    const other = { id: 'other', roles: ['product-manager'] };
    const best = { id: 'few-new-products', roles: ['product-manager'] };
    expect(matching([other, best], result)).toBe(best);
    expect(matching([other], result)).toBe(other);
    expect(matching([{ id: 'x', roles: ['project-manager'] }], result)).toBeNull();
  });
});
