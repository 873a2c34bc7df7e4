import { describe, expect, it } from 'vitest';
import { readEvents } from '../src/api/live';
import { OFFLINE, passes, Problem } from '../src/api/problem';
import { dropRecoveryCode, forgetTeam, knownTeam, rememberRound, rememberTeam, takeFromOtherTabs, teams } from '../src/device/organisers';
import { check, deadlinePassed, initiativesOf, previewAddress, roundOf, teamOf, type RoundForm } from '../src/organise/form';
import { heard, newer, type Live } from '../src/organise/liveTurnout';
import { placeOf } from '../src/router';
import { pause } from '../src/shared/pause';

const form: RoundForm = { name: 'Compass', instrument: '', locale: 'en', size: '6', initiatives: '1', rolesPresent: [], deadline: '', entry: 'open', live: 'turnout', memberResults: 'after-close', k: '4', newcomers: '' };

const now = new Date('2026-11-23T12:00:00Z');

describe('the form of a round', () => {
  it('is fine as it comes, once name and size are filled in', () => {
    expect(check(form, false)).toEqual([]);
    expect(roundOf(form, 'role-gap-scan')).toEqual({ instrument: 'role-gap-scan', size: 6, k: 4, entry: 'open', live: 'turnout', memberResults: 'after-close' });
    expect(teamOf({ ...form, name: '  Compass ' })).toMatchObject({ name: 'Compass', context: { initiatives: 1 } });
  });
  it.each([
    [{ name: ' ' }, 'name'], [{ size: '' }, 'size.number'], [{ size: '3' }, 'size.small'], [{ size: '501' }, 'size.large'],
    [{ size: '4.5' }, 'size.number'], [{ initiatives: '0' }, 'initiatives'], [{ k: '2' }, 'k'], [{ k: '7' }, 'k'], [{ newcomers: '7' }, 'newcomers'], [{ newcomers: 'x' }, 'newcomers'],
  ])('refuses %j', (change, fault) => {
    expect(check({ ...form, ...change }, false)).toEqual([fault]);
  });
  it('takes scores in between from seven people on', () => {
    expect(check({ ...form, live: 'batches' }, false)).toEqual(['size.live']);
    expect(check({ ...form, live: 'batches', size: '7' }, false)).toEqual([]);
    expect(roundOf({ ...form, live: 'batches', size: '7', instrument: 'another' }, 'role-gap-scan')).toMatchObject({ live: 'batches', size: 7, instrument: 'another' });
  });
  it('says how many are new where somebody knows', () => {
    expect(check({ ...form, newcomers: '6' }, true)).toEqual([]);
    expect(roundOf({ ...form, newcomers: '2' }, 'role-gap-scan')).toMatchObject({ newcomers: 2 });
    expect(roundOf(form, 'role-gap-scan')).not.toHaveProperty('newcomers');
  });
  it('does not ask for the name of a team that it knows', () => {
    expect(check({ ...form, name: '' }, true)).toEqual([]);
  });
});

describe('the look at the questions beforehand', () => {
  it('is at those of the round that is being made', () => {
    expect(previewAddress({ ...form, instrument: 'role-gap-scan' }, initiativesOf(form))).toBe('/questionnaire?instrument=role-gap-scan&initiatives=1');
  });
  it('is at all of them where the number of initiatives is not known', () => {
    expect(previewAddress(form, initiativesOf({ ...form, initiatives: 'x' }))).toBe('/questionnaire');
    expect(previewAddress({ ...form, instrument: 'another' }, null)).toBe('/questionnaire?instrument=another');
  });
});

describe('a refused deadline', () => {
  const refused = (...pointers: string[]) => new Problem(422, 'invalid', null, null, pointers.map((pointer) => ({ pointer, code: 'out-of-range' })));
  it('has its place in the form, unless more was refused', () => {
    expect(deadlinePassed(refused('/deadline'))).toBe(true);
    expect(deadlinePassed(refused('/deadline', '/size'))).toBe(false);
    expect(deadlinePassed(OFFLINE)).toBe(false);
  });
});

describe('what an organiser device knows', () => {
  it('keeps rounds when the link is opened again, and drops the recovery code on request', () => {
    rememberTeam({ id: 't', name: 'A', token: 'one', recoveryCode: 'code' });
    rememberRound('t', 'r', { memberLink: 'https://x/#/t/m' });
    rememberTeam({ id: 't', name: 'B', token: 'two' });
    expect(knownTeam('t')).toEqual({ id: 't', name: 'B', token: 'two', recoveryCode: 'code', rounds: { r: { memberLink: 'https://x/#/t/m' } } });
    dropRecoveryCode('t');
    expect(knownTeam('t')).not.toHaveProperty('recoveryCode');
  });
  it('is what other tabs wrote too, so that none of them takes the secrets of another away', () => {
    const kept = new Map<string, string>();
    globalThis.localStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } as Storage;
    rememberTeam({ id: 't', name: 'A', token: 'one' });
    kept.set('rolewise.teams', JSON.stringify([{ id: 'u', name: 'B', token: 'two', rounds: {} }, ...JSON.parse(kept.get('rolewise.teams') ?? '[]')]));
    takeFromOtherTabs();
    rememberTeam({ id: 'v', name: 'C', token: 'three' });
    expect(JSON.parse(kept.get('rolewise.teams') ?? '[]').map(({ id }: { id: string }) => id)).toEqual(['v', 'u', 't']);
    ['t', 'u', 'v'].forEach(forgetTeam);
  });
  it('is gone once forgotten', () => {
    rememberTeam({ id: 't', name: 'A', token: 'one' });
    forgetTeam('t');
    expect(teams.value).toEqual([]);
  });
});

describe('the live stream', () => {
  it('is cut into events, keeps what is unfinished and skips heartbeats', () => {
    const { events, rest } = readEvents('id: 3\nevent: turnout\ndata: {"n":2}\n\n: hi\n\nevent: clo');
    expect(events).toEqual([{ event: 'turnout', data: '{"n":2}' }]);
    expect(readEvents(`${rest}sed\ndata: {}\n\n`).events).toEqual([{ event: 'closed', data: '{}' }]);
  });
  const live: Live = { n: 3, size: 8, version: 5, connection: 'live', updated: null, release: 0, closed: false };
  it('never goes back to an older turnout', () => {
    expect(newer(live, { n: 2, size: 8, version: 4 }, now).n).toBe(3);
    expect(newer(live, { n: 4, size: 8, version: 6 }, now)).toMatchObject({ n: 4, version: 6, updated: now });
  });
  it('tells each release once, also when an older one comes late', () => {
    const released = heard(live, { event: 'release', data: '{"version":7}' }, now);
    expect(released).toMatchObject({ n: 3, release: 7, closed: false });
    expect(heard(released, { event: 'release', data: '{"version":6}' }, now).release).toBe(7);
    expect(heard(released, { event: 'closed', data: '{}' }, now)).toMatchObject({ release: 7, closed: true });
    expect(heard(live, { event: 'something-new', data: '' }, now)).toEqual(live);
  });
  it('waits longer each time, never longer than about twenty seconds', () => {
    expect(pause(0, 0.5)).toBe(1000);
    expect(pause(3, 0.5)).toBe(8000);
    expect(pause(30, 1)).toBeLessThanOrEqual(18_750);
  });
});

describe('addresses', () => {
  it('carry secrets in the fragment only', () => {
    const { path, fragment } = placeOf(new URL('https://rolewise.example/#/t/secret'));
    expect(path).toEqual([]);
    expect(fragment).toEqual(['t', 'secret']);
  });
  it('are public paths otherwise, plain anchors included', () => {
    expect(placeOf(new URL('https://rolewise.example/roles/product-manager#top'))).toMatchObject({ path: ['roles', 'product-manager'], fragment: null });
    expect(placeOf(new URL('https://rolewise.example/%E0%A4')).path).toEqual(['%E0%A4']);
  });
});

describe('a problem', () => {
  it('is worth another try when the connection or the server is away', () => {
    expect(passes(OFFLINE)).toBe(true);
    expect(passes(Problem.of(503, null))).toBe(true);
    expect(passes(Problem.of(504, { code: 'gateway-timeout' }))).toBe(true);
    expect(passes(Problem.of(409, { code: 'round-closed' }))).toBe(false);
  });
  it('takes only what it understands from a body', () => {
    expect(Problem.of(422, { code: 'invalid-values', title: 7, errors: 'x' })).toMatchObject({ code: 'invalid-values', title: null, errors: [] });
  });
});
