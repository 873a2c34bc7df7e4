import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { judge, matching, quadrant, rulesOf, type QuickAnswers } from '../src/learn/quickCheck';
import type { Instrument } from '../src/api/model';

// the scan that ships
const scan = JSON.parse(
  readFileSync(new URL('../../../content-service/service/src/main/resources/packs/rolewise-core/instruments/role-gap-scan.json', import.meta.url), 'utf8'),
) as Instrument;
const rules = rulesOf(scan);

describe('the quick check', () => {
  it('counts a struggle of exactly 45 and a gap of exactly 40 as high', () => {
    expect(quadrant(45, 40, rules)).toBe('VACANT');
    expect(quadrant(45, 39.9, rules)).toBe('UNSUPPORTED');
    expect(quadrant(44.9, 40, rules)).toBe('INFORMAL');
    expect(quadrant(44.9, 39.9, rules)).toBe('FINE');
  });

  const works = rules.struggle.indexOf(0);
  const hurts = rules.struggle.indexOf(100);
  const owned = rules.gap.indexOf(0);
  const loose = rules.gap.indexOf(80);
  const nobody = rules.gap.indexOf(100);
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
    expect(judge({ product: [...product], project: [...project], connected: false }, rules).outcome).toBe(outcome);
  });

  it('counts as another instrument counts', () => {
    const strict = { ...scan, parameters: { ...scan.parameters, struggleGate: 51, gapGate: 81 } };
    const seldom: QuickAnswers = { product: [1, 1], project: [1, 1], connected: false };
    expect(judge(seldom, rules).outcome).toBe('BOTH');
    expect(judge(seldom, rulesOf(strict)).outcome).toBe('NONE');
  });

  it('never advises a role where things go well, whoever takes care of them', () => {
    for (const cared of rules.gap.keys()) {
      expect(judge({ product: [works, cared], project: [works, cared], connected: true }, rules).outcome).toBe('NONE');
    }
  });

  it('points to the situation that fits, by name or else by roles', () => {
    const result = judge({ product: [hurts, nobody], project: [works, owned], connected: false }, rules);
    const other = { id: 'other', roles: ['product-manager'] };
    const best = { id: 'few-new-products', roles: ['product-manager'] };
    const roleOf = (side: string) => `${side}-manager`;
    expect(matching([other, best], result.outcome, roleOf)).toBe(best);
    expect(matching([other], result.outcome, roleOf)).toBe(other);
    expect(matching([{ id: 'x', roles: ['project-manager'] }], result.outcome, roleOf)).toBeNull();
    const own = { id: 'own', roles: ['exhibition-lead'] };
    expect(matching([other, own], result.outcome, (side) => (side === 'product' ? 'exhibition-lead' : null))).toBe(own);
  });
});
