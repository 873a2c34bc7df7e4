import { describe, expect, it } from 'vitest';
import type { RoundInTrend } from '../src/api/model';
import { newest, placesByDate, rolesOf, seriesOf } from '../src/report/overTime';

const round = (id: string, closedOn: string, roles: [string, number | null][], since?: string): RoundInTrend => ({
  round: { id, openedOn: closedOn, closedOn },
  instrument: { id: 'role-gap-scan', version: 1, hash: '0'.repeat(64) },
  engine: 'role-gap/1', n: roles.length > 0 ? 6 : 0, received: 6, size: 6, newcomers: null, turnover: since ? 'unknown' : 'first',
  comparable: since ? true : null, olderFigures: false, verdict: null,
  roles: roles.map(([role, struggle]) => ({ id: role as never, name: role, struggle, gap: struggle, quadrant: null, interval: null })),
  areas: [],
  changes: since ? [{ role: 'product-manager', since, points: 5, band: [7, 16], direction: 'none' }] : [],
  sinceFirst: [], gates: { struggle: 45, gap: 40 },
});

describe('rounds on a line', () => {
  it('lie as far apart as their dates', () => {
    expect(placesByDate(['2026-01-01', '2026-01-11', '2026-01-31'])).toEqual([0, 100 / 3, 100]);
  });

  it('keep room for each mark, also on one day', () => {
    const places = placesByDate(['2026-01-01', '2026-01-01', '2026-12-01']);
    expect(places[1]).toBeGreaterThan(15);
    expect(places[1]).toBeLessThan(40);
    expect(placesByDate(['2026-01-01', '2026-01-01', '2026-01-01'])).toEqual([0, 50, 100]);
    expect(placesByDate(['2026-01-01'])).toEqual([50]);
    expect(placesByDate([])).toEqual([]);
  });
});

describe('a role over time', () => {
  const rounds = [
    round('a', '2026-01-01', [['product-manager', 40], ['project-manager', 20]]),
    round('b', '2026-02-01', []),
    round('c', '2026-03-01', [['product-manager', 45], ['project-manager', null]], 'a'),
  ];

  it('keeps the rounds without a result', () => {
    const points = seriesOf(rounds, 'product-manager');
    expect(points.map(({ struggle }) => struggle)).toEqual([40, null, 45]);
    expect(points[2]?.since).toBe(0);
    expect(points[1]?.change).toBeNull();
  });

  it('names the newest round that has something to compare with', () => {
    expect(newest(seriesOf(rounds, 'product-manager'))?.round.round.id).toBe('c');
    expect(newest(seriesOf(rounds, 'project-manager'))).toBeNull();
  });

  it('knows the roles of all rounds in the order of reports', () => {
    const more = [...rounds, round('d', '2026-04-01', [['product-manager', 1], ['project-manager', 2], ['programme-manager', 3]], 'c'), round('e', '2026-05-01', [['product-manager', 1], ['project-manager', 2]])];
    expect(rolesOf(more).map(({ id }) => id)).toEqual(['product-manager', 'project-manager', 'programme-manager']);
    expect(rolesOf([rounds[1]!])).toEqual([]);
  });

  it('knows what side a role takes care of from the rounds themselves', () => {
    const own = round('a', '2026-01-01', [['exhibition-lead', 40]]);
    expect(rolesOf([{ ...own, roles: own.roles.map((role) => ({ ...role, side: 'product' as const })) }])).toEqual([{ id: 'exhibition-lead', name: 'exhibition-lead', side: 'product' }]);
  });
});
