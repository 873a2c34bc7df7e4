import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { again, asking, patience } from '../src/api/again';

const busy = (after?: string) => new Response('{}', { status: 503, headers: after === undefined ? {} : { 'Retry-After': after } });
const here = (method = 'GET', signal?: AbortSignal) => new Request('http://localhost/api/v1/roles', { method, signal: signal ?? null });

describe('a request that a busy server answers', () => {
  let sent: number;
  let answers: Response[];
  const send = async () => {
    sent += 1;
    return answers.shift() ?? Response.json({ id: 'x' });
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-27T12:00:00Z') });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    sent = 0;
    answers = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(asking.value).toBe(0);
  });

  it('is asked again when its time has come, and not before', async () => {
    answers = [busy('2')];
    const answer = again(here(), send);
    await vi.advanceTimersByTimeAsync(1_999);
    expect([sent, asking.value]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(251);
    expect(sent).toBe(2);
    expect((await answer).status).toBe(200);
  });

  it('is told to be on its way until it is there', async () => {
    answers = [busy('1')];
    let arrive: (answer: Response) => void = () => undefined;
    const second = new Promise<Response>((resolve) => { arrive = resolve; });
    const answer = again(here(), async () => (sent++ === 0 ? busy('1') : second));
    await vi.advanceTimersByTimeAsync(30_000);
    expect([sent, asking.value]).toEqual([2, 1]);
    arrive(Response.json({ id: 'x' }));
    expect((await answer).status).toBe(200);
    expect(asking.value).toBe(0);
  });

  it('is asked twice more at most', async () => {
    answers = [busy('1'), busy('1'), busy('1'), busy('1')];
    const answer = again(here(), send);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await answer).status).toBe(503);
    expect(sent).toBe(3);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is left alone when it is a %s', async (method) => {
    answers = [busy('1')];
    expect((await again(here(method), send)).status).toBe(503);
    expect(sent).toBe(1);
  });

  it.each([
    ['does not say when', busy()],
    ['says much later', busy('11')],
    ['says something else', busy('soon')],
    ['asks for fewer requests', new Response('{}', { status: 429, headers: { 'Retry-After': '1' } })],
    ['has failed', new Response('{}', { status: 502, headers: { 'Retry-After': '1' } })],
    ['has no such page', new Response('{}', { status: 404 })],
  ])('is left alone when the server %s', async (_, response) => {
    answers = [response];
    expect(await again(here(), send)).toBe(response);
    expect(sent).toBe(1);
  });

  it('is not asked again for a page that is left', async () => {
    answers = [busy('5')];
    const left = new AbortController();
    const answer = again(here('GET', left.signal), send);
    const failed = expect(answer).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(1_000);
    left.abort();
    await failed;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toBe(1);
  });
});

describe('the time to come back', () => {
  const now = new Date('2026-11-27T12:00:00Z');
  const said = (after: string) => patience(new Headers({ 'Retry-After': after }), now);

  it('is said in seconds or as a date', () => {
    expect(said('0')).toBe(0);
    expect(said('10')).toBe(10_000);
    expect(said('Fri, 27 Nov 2026 12:00:04 GMT')).toBe(4_000);
    expect(said('Fri, 27 Nov 2026 11:59:00 GMT')).toBe(0);
    expect(said('Fri, 27 Nov 2026 12:01:00 GMT')).toBeNull();
    expect(patience(new Headers(), now)).toBeNull();
  });
});
