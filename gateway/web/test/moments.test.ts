import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { earliest, momentOf, oldest, stamped } from '../src/api/moments';
import type { content as Content } from '../src/api/operations';
import { reading } from '../src/i18n/language';
import { sentence, steady } from '../src/shared/Kept';

const noon = new Date(2026, 10, 25, 12, 0, 0);
const minutesBefore = (minutes: number) => new Date(noon.getTime() - minutes * 60_000);
const momentFor = (headers: Record<string, string>) => momentOf(new Headers(headers), noon);

describe('as of when an answer is', () => {
  it('is said by a server that could not look it up again', () => {
    expect(momentFor({ Age: '720', 'Cache-Status': 'rolewise; hit; ttl=-720' })).toEqual(minutesBefore(12));
    expect(momentFor({ 'Cache-Status': 'rolewise;hit;ttl=-60' })).toEqual(minutesBefore(1));
    expect(momentFor({ 'Cache-Status': 'rolewise; hit; ttl=-300, edge; fwd=uri-miss' })).toEqual(minutesBefore(5));
  });

  it.each([
    ['comes as ever', {}],
    ['is known to be right again', { Age: '0', 'Cache-Status': 'rolewise; hit' }],
    ['was kept within its time', { Age: '55', 'Cache-Control': 'public, max-age=60' }],
    ['has time left', { 'Cache-Status': 'rolewise; hit; ttl=30' }],
    ['is past its time only at a proxy', { Age: '400', 'Cache-Status': 'rolewise; hit, edge; hit; ttl=-340' }],
    ['only somebody like us calls old', { 'Cache-Status': 'rolewise2; hit; ttl=-5, not-rolewise; hit; ttl=-5' }],
  ])('is now for what %s', (_, headers) => {
    expect(momentFor(headers)).toBeNull();
  });

  it('is the earliest of what stands on a screen together', () => {
    const fresh = stamped({ id: 'a' }, null);
    const old = stamped({ id: 'b' }, minutesBefore(3));
    const older = stamped({ id: 'c' }, minutesBefore(9));
    expect(oldest(fresh)).toBeNull();
    expect(oldest(old)).toEqual(minutesBefore(3));
    expect(oldest([fresh, old, older])).toEqual(minutesBefore(9));
    expect(oldest({ round: null, instrument: old })).toEqual(minutesBefore(3));
    expect(oldest(null)).toBeNull();
    expect(earliest([null, undefined])).toBeNull();
  });
});

describe('public documents', () => {
  let headers: Record<string, string>;
  let content: typeof Content;
  beforeAll(async () => {
    // outside a browser an address has no origin of its own; the client keeps the Request that is there when it is made
    vi.stubGlobal('Request', class extends Request {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init);
      }
    });
    vi.stubGlobal('fetch', async () => Response.json({ id: 'x', items: [{ id: 'one' }] }, { headers }));
    ({ content } = await import('../src/api/operations'));
  });
  afterAll(() => vi.unstubAllGlobals());
  const each = {
    'a role': () => content.role('product-manager'),
    'the roles': () => content.roles(),
    'a comparison': () => content.compare(['a', 'b']),
    'the situations': () => content.scenarios(),
    'a situation': () => content.scenario('x'),
    'the glossary': () => content.glossary(),
    'the guides': () => content.guides(),
    'a guide': () => content.guide('x'),
    'the questionnaire of now': () => content.instrument('role-gap-scan'),
    'the example report': () => content.exampleReport(),
    'the promise': () => content.privacy(),
  };

  it.each(Object.entries(each))('%s: marked when the answer is, and no longer than that', async (_, read) => {
    headers = { 'Cache-Status': 'rolewise; hit; ttl=-600' };
    const before = Date.now();
    const moment = oldest(await read())?.getTime() ?? 0;
    expect(moment).toBeGreaterThanOrEqual(before - 600_000);
    expect(moment).toBeLessThanOrEqual(Date.now() - 600_000);
    headers = { Age: '0', 'Cache-Status': 'rolewise; hit' };
    expect(oldest(await read())).toBeNull();
  });

  it('a version of a questionnaire is right however old it is', async () => {
    headers = { 'Cache-Status': 'rolewise; hit; ttl=-600' };
    expect(oldest(await content.instrumentVersion('role-gap-scan', 1))).toBeNull();
  });
});

describe('the mark', () => {
  afterEach(() => {
    reading.value = 'en';
  });

  it('says a time of today, and the day of what is older', () => {
    expect(sentence(minutesBefore(12), noon)).toBe('You see this page as it was at 11:48. We can’t check for anything newer right now.');
    expect(sentence(minutesBefore(13 * 60), noon)).toBe('You see this page as it was on 24 November 2026 at 23:00. We can’t check for anything newer right now.');
    reading.value = 'nl';
    expect(sentence(minutesBefore(12), noon)).toBe('Je ziet deze pagina zoals die was om 11:48. Of er inmiddels iets nieuwers is, kunnen we nu niet nagaan.');
    expect(sentence(minutesBefore(13 * 60), noon)).toBe('Je ziet deze pagina zoals die was op 24 november 2026 om 23:00. Of er inmiddels iets nieuwers is, kunnen we nu niet nagaan.');
  });

  it('stays as it is when the same moment is told again, goes with a fresh answer, and moves with a later one', () => {
    const first = minutesBefore(12);
    expect(steady(first, new Date(first.getTime() + 1_000))).toBe(first);
    expect(steady(first, null)).toBeNull();
    expect(steady(first, minutesBefore(2))).toEqual(minutesBefore(2));
    expect(steady(null, first)).toBe(first);
  });
});
