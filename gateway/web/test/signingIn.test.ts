import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorised, forgetTokens, markOf } from '../src/api/bearer';
import type { Session } from '../src/api/model';
import { Problem } from '../src/api/problem';
import { forgetOwn, forgetTeam, knownTeam, rememberOwn, rememberRound, rememberTeam, teams } from '../src/device/organisers';
import { entries } from '../src/organise/form';
import { tokenOf } from '../src/session/claiming';
import { cameFor, comeBack, keepForm, rememberedPlace, rememberPlace, typedBefore } from '../src/session/leaving';
import { ended, hear, session, signsIn } from '../src/session/session';

/** A place to keep things that lets a test look at what is kept. */
function shelf(): Storage & { all: () => string } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() { return kept.size; },
    all: () => JSON.stringify([...kept]),
  };
}

let tab: ReturnType<typeof shelf>;
let device: ReturnType<typeof shelf>;
beforeEach(() => {
  tab = shelf();
  device = shelf();
  vi.stubGlobal('sessionStorage', tab);
  vi.stubGlobal('localStorage', device);
});
afterEach(() => vi.unstubAllGlobals());

describe('leaving to sign in', () => {
  it('comes back to the same place, with what was typed and what for, once', () => {
    const stop = keepForm('create/', () => ({ name: 'Vijf' }));
    rememberPlace('/#/t/secret', 'draw');
    stop();
    expect(rememberedPlace()).toMatchObject({ place: '/#/t/secret' });
    expect(comeBack()).toBe('/#/t/secret');
    expect(tab.length).toBe(0);
    expect(typedBefore('create/')).toEqual({ name: 'Vijf' });
    expect(typedBefore('create/')).toBeNull();
    expect([cameFor('other'), cameFor('draw'), cameFor('draw')]).toEqual([false, true, false]);
    expect(comeBack()).toBeNull();
  });
  it('does not keep a form that is gone from the screen', () => {
    keepForm('create/', () => 'typed')();
    rememberPlace('/roles');
    comeBack();
    expect(typedBefore('create/')).toBeNull();
  });
  it.each(['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)', 7])('does not go to %s afterwards', (place) => {
    tab.setItem('rolewise.return', JSON.stringify({ place, typed: {} }));
    expect(comeBack()).toBeNull();
  });
  it('copes with a browser that keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    rememberPlace('/new');
    expect(comeBack()).toBeNull();
  });
});

describe('a session', () => {
  const inside: Session = { mode: 'both', signedIn: true, ends: null, teams: [] };
  const outside: Session = { ...inside, signedIn: false };
  beforeEach(() => {
    session.value = null;
    ended.value = false;
  });
  it('that was never there has not ended', () => {
    hear(outside);
    expect(ended.value).toBe(false);
  });
  it('that is gone has ended, until somebody signs in again', () => {
    hear(inside);
    hear(outside);
    expect(ended.value).toBe(true);
    hear(outside);
    expect(ended.value).toBe(true);
    hear(inside);
    expect(ended.value).toBe(false);
  });
  it('is looked after at the moment it was announced to end', () => {
    vi.useFakeTimers();
    const lookAgain = vi.fn();
    hear({ ...inside, ends: new Date(Date.now() + 60_000).toISOString() }, lookAgain);
    vi.advanceTimersByTime(59_000);
    expect(lookAgain).not.toHaveBeenCalled();
    vi.advanceTimersByTime(4_000);
    expect(lookAgain).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
  it('is offered only where people sign in', () => {
    expect([null, { ...outside, mode: 'links' as const }, outside].map(signsIn)).toEqual([false, false, true]);
  });
});

describe('the token of a team of one’s own', () => {
  const asked = (team = 't') => new Request('http://localhost/api/v1/team', { headers: { Authorization: `Bearer ${markOf(team)}` } });
  const sent: string[] = [];
  const answering = (status: (token: string) => number) => vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request.headers.get('Authorization') ?? '');
    return new Response('{}', { status: status(sent.at(-1)!) });
  });
  beforeEach(() => {
    sent.length = 0;
    forgetTokens();
  });
  it('is asked for once, by however many requests at once', async () => {
    answering(() => 200);
    const ask = vi.fn(async () => 'real');
    await Promise.all([authorised(asked(), ask), authorised(asked(), ask)]);
    await authorised(asked(), ask);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(new Set(sent)).toEqual(new Set(['Bearer real']));
  });
  it('is asked for again when it has ended, and the request is sent again', async () => {
    let live = 'first';
    answering((token) => (token === `Bearer ${live}` ? 200 : 404));
    const ask = vi.fn(async () => live);
    expect((await authorised(asked(), ask)).status).toBe(200);
    live = 'second';
    expect((await authorised(asked(), ask)).status).toBe(200);
    expect(sent).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
  });
  it('of nobody who is signed in is a problem, and asked for anew the next time', async () => {
    answering(() => 200);
    const ask = vi.fn().mockRejectedValueOnce(new Problem(401, 'sign-in-needed', null, null)).mockResolvedValue('real');
    await expect(authorised(asked(), ask)).rejects.toMatchObject({ code: 'sign-in-needed' });
    expect(sent).toEqual([]);
    expect((await authorised(asked(), ask)).status).toBe(200);
  });
  it('does not stop at a page that does not exist', async () => {
    answering(() => 404);
    const ask = vi.fn(async () => 'real');
    expect((await authorised(asked(), ask)).status).toBe(404);
    expect((await authorised(asked(), ask)).status).toBe(404);
    expect(sent.length).toBe(3);
  });
  it('leaves other requests as they are', async () => {
    answering(() => 404);
    const ask = vi.fn(async () => 'real');
    await authorised(new Request('http://localhost/', { headers: { Authorization: 'Bearer link' } }), ask);
    expect(sent).toEqual(['Bearer link']);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a team of one’s own on this device', () => {
  beforeEach(() => {
    teams.value = [];
  });
  it('is stored without anything that lets an organiser in', () => {
    rememberOwn({ id: 't', name: 'A', link: 'https://x/#/o/the-link', recoveryCode: 'THE-CODE' });
    rememberRound('t', 'r', { memberLink: 'https://x/#/t/m' });
    expect(knownTeam('t')).toMatchObject({ link: 'https://x/#/o/the-link', recoveryCode: 'THE-CODE', own: true });
    expect(device.all()).toContain('https://x/#/t/m');
    expect(device.all()).not.toMatch(/the-link|THE-CODE/);
  });
  it('that was opened by a link before keeps its rounds and loses the link', () => {
    rememberTeam({ id: 't', name: 'A', token: 'the-token', link: 'the-link', recoveryCode: 'THE-CODE' });
    rememberRound('t', 'r', { memberLink: 'm' });
    rememberOwn({ id: 't', name: 'A' });
    expect(knownTeam('t')).toEqual({ id: 't', name: 'A', token: markOf('t'), own: true, rounds: { r: { memberLink: 'm' } } });
    expect(device.all()).not.toMatch(/the-token|the-link|THE-CODE/);
  });
  it('goes when somebody signs out, and teams opened by a link stay', () => {
    rememberTeam({ id: 'linked', name: 'L', token: 'token' });
    rememberOwn({ id: 't', name: 'A' });
    forgetOwn();
    expect(teams.value.map(({ id }) => id)).toEqual(['linked']);
    forgetTeam('linked');
    expect(device.length).toBe(0);
  });
});

describe('an organiser link', () => {
  const token = 'b1S0c9V8r7U6n5T4y3Q2x1W0z9P8o7N6m5L4k3J2h1G';
  it.each([token, ` https://x.example/#/o/${token} `, `http://localhost:8080/#/o/${token}/`])('is read from %s', (pasted) => {
    expect(tokenOf(pasted)).toBe(token);
  });
  it.each(['', 'https://x.example/', `https://x.example/#/t/${token}`, `${token}x`, token.slice(1)])('is not "%s"', (pasted) => {
    expect(tokenOf(pasted)).toBeNull();
  });
});

describe('the ways into a round', () => {
  it('follow how people get in here', () => {
    expect(entries('links')).toEqual(['open', 'tickets']);
    expect(entries('oidc')).toEqual(['signed-in', 'tickets']);
    expect(entries('both')).toEqual(['open', 'tickets', 'signed-in']);
  });
});
