import { describe, expect, it } from 'vitest';
import type { Report, ReportArea, SideId } from '../src/api/model';
import { reading } from '../src/i18n/language';
import { ownershipSentence } from '../src/report/OwnershipMap';
import { bySplit, byWeight, divergingUnits, doubts, halfWidth, leaning, mostSplit, ownership, ownershipKinds, sidesOf, untold, whole } from '../src/report/reading';
import { strength } from '../src/report/Verdict';
import { turned } from '../src/present/Stage';
import { outcomeAt, quadrantAt, sameOutcome } from '../src/report/whatIf';

const area = (id: string, side: SideId, struggle: number | null, gap: number | null, more: Partial<ReportArea> = {}) =>
  ({ id, name: id, role: `${side}-lead`, side, struggle, gap, split: false, agreement: null, ...more }) as ReportArea;
const report = (code: string, areas: ReportArea[] = []) =>
  ({
    verdict: { code, firmness: 'provisional' }, areas,
    stability: { leaveOnePersonOut: { flips: false }, leaveOneAreaOut: { flips: false, areas: [] }, missingAnswers: { invited: 7, missing: 1, couldFlip: true }, wording: { same: true }, scenarios: { agree: null } },
  }) as unknown as Report;

describe('the evidence', () => {
  it('puts the areas of the verdict first, the heaviest on top and unusable ones last', () => {
    const areas = [area('J1', 'project', 90, 90), area('P1', 'product', 50, 50), area('P2', 'product', 60, 50), area('J2', 'project', null, null)];
    expect(byWeight(report('PRODUCT', areas)).map(({ id }) => id)).toEqual(['P2', 'P1', 'J1', 'J2']);
    expect(byWeight(report('NO_EXTRA_ROLE', areas)).map(({ id }) => id)).toEqual(['J1', 'P2', 'P1', 'J2']);
  });
  it('lays middle answers across the centre and shares one unit', () => {
    const half = halfWidth([[0, 0, 2, 0, 3], [1, 0, 0, 0, 0]]);
    expect(half).toBe(4);
    const units = divergingUnits([0, 0, 2, 0, 3], half);
    expect(units).toHaveLength(5);
    expect(units[0]?.x).toBe(37.5);
    expect(units.at(-1)).toEqual({ x: 87.5, width: 12.5, level: 4 });
  });
  it('never shows a score below its gate as if it had reached it', () => {
    expect([44.6, 44.4, 45, 45.4, 99.5].map((score) => whole(score, 45))).toEqual([44, 44, 45, 45, 100]);
    expect(whole(44.6)).toBe(45);
    expect(whole(null, 45)).toBe('–');
  });
  it('counts what goes well and what hurts', () => {
    expect(leaning([1, 2, 3, 4, 5])).toEqual({ well: 3, between: 3, hurts: 9, total: 15 });
  });
});

describe('the ownership map', () => {
  const option = (value: number, creditPercent: number, form: 'MANDATE' | 'HOURS' | 'HIRE' | null) => ({ value, label: String(value), creditPercent, form });
  const options = [option(1, 100, null), option(2, 80, null), option(3, 40, 'MANDATE'), option(4, 20, 'HOURS'), option(5, 0, 'HIRE')];

  it('reads options of another number and order by what they say', () => {
    const others = [option(1, 100, null), option(2, 60, null), option(3, 30, 'HOURS'), option(4, 0, 'HIRE')];
    expect(ownershipKinds(others)).toEqual(['one', 'several', 'whoever', 'nobody']);
    expect(ownership([1, 2, 3, 4], others)).toEqual({ owner: 3, unclear: 3, nobody: 4, total: 10 });
    expect(ownershipKinds([option(1, 100, null), option(2, 70, null), option(3, 45, 'HOURS'), option(4, 15, 'MANDATE'), option(5, 0, 'HIRE')])).toEqual(['one', 'several', 'whoever', 'loose', 'nobody']);
  });
  it.each([
    ['en', [4, 0, 0, 0, 3], '4 see an owner and 3 see nobody'],
    ['en', [1, 0, 1, 0, 1], '1 sees an owner, 1 sees no clear agreement and 1 sees nobody'],
    ['nl', [2, 2, 0, 0, 3], '4 zien een eigenaar en 3 zien niemand'],
    ['nl', [0, 0, 0, 0, 1], '1 ziet niemand'],
  ] as const)('says in %s what %j means', (spoken, counts, sentence) => {
    reading.value = spoken;
    expect(ownershipSentence(ownership([...counts], options))).toBe(sentence);
  });
});

describe('the strength of a verdict', () => {
  it('is one line with the right number', () => {
    reading.value = 'en';
    expect(strength(report('PRODUCT'))).toBe('Provisional, because the one answer that is missing could still change it.');
  });
  it('lists what would tip it, an unanswered check among them', () => {
    expect(doubts(report('PRODUCT'))).toEqual(['missing', 'scenarios']);
    expect(untold(report('PRODUCT'))).toEqual([]);
  });
  it.each([
    ['en', 'Could still tip: whether one person’s answers decide it is not told, because that would say something about too few people.'],
    ['nl', 'Kan nog kantelen: of één persoon de doorslag geeft, blijft onvermeld, want dat zou iets over te weinig mensen verraden.'],
  ] as const)('says in %s which checks are not told', (spoken, sentence) => {
    reading.value = spoken;
    const again = report('PRODUCT');
    again.verdict.firmness = 'leaning';
    again.stability = { ...again.stability!, leaveOnePersonOut: { flips: null }, missingAnswers: { invited: 7, missing: 1, couldFlip: null }, wording: { same: null } };
    expect(untold(again)).toEqual(['person', 'missing', 'wording']);
    expect(doubts(again)).toEqual(['scenarios']);
    expect(strength(again)).toBe(sentence);
  });
});

describe('where people differ', () => {
  it('shows at most three, the widest apart first', () => {
    const split = (id: string, adMean: number) => area(id, 'product', 1, 1, { split: true, agreement: { adMean, rwgjLindell: 0, chance95: 0 } });
    expect(mostSplit([split('a', 1), split('b', 3), area('c', 'product', 1, 1), split('d', 2), split('e', 0)]).map(({ id }) => id)).toEqual(['b', 'd', 'a']);
  });
  it('sorts by it, what is split first and what nobody can tell last', () => {
    const spread = (id: string, adMean: number | null, differ = false) => area(id, 'product', 1, 1, { split: differ, agreement: adMean === null ? null : { adMean, rwgjLindell: 0, chance95: 0 } });
    expect(bySplit(report('PRODUCT', [spread('a', null), spread('b', 0.5), spread('c', 0.2, true), spread('d', 2, true), spread('e', 0.7)])).map(({ id }) => id)).toEqual(['d', 'c', 'e', 'b', 'a']);
  });
  it('names no side for a team that needs nobody', () => {
    expect(sidesOf('NO_EXTRA_ROLE')).toEqual([]);
    expect(sidesOf('SUPPORT_BOTH')).toEqual(['product', 'project']);
  });
});

describe('what if the gates lay elsewhere', () => {
  const role = (side: SideId, struggle: number | null, gap: number | null, quadrant: string | null) => ({ id: side, name: side, side, struggle, gap, quadrant });
  const team = (...roles: object[]) => ({ method: { struggleGate: 45, gapGate: 45 }, roles, areas: [], verdict: { code: 'PRODUCT' } }) as unknown as Report;
  const at = (of: Report, struggle: number, gap: number) => {
    const { missing, unsupported } = outcomeAt(of, { struggle, gap });
    return [missing.map(({ id }) => id), unsupported.map(({ id }) => id)];
  };
  const three = team(role('product', 60, 70, 'VACANT'), role('project', 50, 30, 'UNSUPPORTED'), role('programme', 40, 80, 'INFORMAL'));

  it('is what the rules say, the first that matches', () => {
    expect(at(three, 45, 45)).toEqual([['product'], []]);
    expect(at(three, 45, 30)).toEqual([['product', 'project'], []]);
    expect(at(three, 40, 30)).toEqual([['product', 'project', 'programme'], []]);
    expect(at(three, 40, 71)).toEqual([['programme'], []]);
    // a programme manager can wait beside one of the two
    expect(at(three, 40, 45)).toEqual([['product'], []]);
    expect(at(three, 45, 81)).toEqual([[], ['product', 'project']]);
    expect(at(three, 61, 45)).toEqual([[], []]);
  });
  it('takes a score on the gate as having reached it, and says nothing of a role nobody can tell', () => {
    const own = { struggle: 45, gap: 45 };
    const on = role('product', 60, 70, 'VACANT') as unknown as Report['roles'][number];
    expect(quadrantAt(on, { struggle: 60, gap: 70 }, own)).toBe('VACANT');
    expect(quadrantAt(on, { struggle: 61, gap: 70 }, own)).toBe('INFORMAL');
    expect(quadrantAt(on, { struggle: 60, gap: 71 }, own)).toBe('UNSUPPORTED');
    expect(quadrantAt(on, { struggle: 61, gap: 71 }, own)).toBe('FINE');
    expect(quadrantAt({ ...on, quadrant: null }, { struggle: 0, gap: 0 }, own)).toBeNull();
  });
  it('never contradicts the report at its own gates, whatever was rounded, and leaves it as it is', () => {
    const rounded = team(role('product', 45, 70, 'INFORMAL'), role('project', 10, 10, 'FINE'));
    const before = JSON.stringify(rounded);
    expect(at(rounded, 45, 45)).toEqual([[], []]);
    expect(sameOutcome(outcomeAt(rounded, { struggle: 45, gap: 45 }), outcomeAt(rounded, { struggle: 44, gap: 45 }))).toBe(false);
    expect(JSON.stringify(rounded)).toBe(before);
  });
});

describe('turning the pages of a presentation', () => {
  it('follows the arrows the way one reads, and stops at both ends', () => {
    expect(turned('ArrowRight', 0, 3, false)).toBe(1);
    expect(turned('ArrowLeft', 0, 3, false)).toBe(0);
    expect(turned('ArrowRight', 2, 3, false)).toBe(2);
    expect(turned('ArrowLeft', 0, 3, true)).toBe(1);
    expect(turned('End', 0, 3, false)).toBe(2);
    expect(turned('a', 0, 3, false)).toBeNull();
  });
});
