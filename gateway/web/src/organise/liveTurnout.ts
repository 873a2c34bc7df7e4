import { useEffect, useState } from 'preact/hooks';
import { follow, type StreamEvent } from '../api/live';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { pause } from '../shared/pause';

export interface Live {
  n: number;
  size: number;
  version: number;
  connection: 'connecting' | 'live' | 'reconnecting' | 'polling';
  updated: Date | null;
  /** Version of the last release of values while the round was open; 0 before the first. */
  release: number;
  closed: boolean;
}

const PATIENCE = 3;
/** What takes longer than that to be asked for is not on its way any more. */
const LONGEST_QUESTION = 10_000;

/** A newer turnout replaces an older one, never the other way round. */
export function newer(before: Live, turnout: { n: number; size: number; version: number }, now: Date): Live {
  if (turnout.version < before.version) return { ...before, updated: now };
  return { ...before, ...turnout, updated: now };
}

const lastRelease = (round: Round) => Math.max(0, ...round.releases.map(({ version }) => version));

/** What an event of the stream changes. */
export function heard(before: Live, { event, data }: StreamEvent, now: Date): Live {
  switch (event) {
    case 'turnout': return newer({ ...before, connection: 'live' }, JSON.parse(data), now);
    case 'release': return { ...before, release: Math.max(before.release, JSON.parse(data).version) };
    case 'closed': return { ...before, closed: true };
    default: return before;
  }
}

/** Turnout of an open round, and when values were released: streamed, and asked for in between when the stream is away. */
export function useTurnout(token: string, round: Round): Live {
  const [live, setLive] = useState<Live>({ ...round.turnout, connection: 'connecting', updated: null, release: lastRelease(round), closed: false });
  // a size that the organiser just changed counts at once, before the stream tells it
  useEffect(() => setLive((before) => newer(before, round.turnout, new Date())), [round.turnout.version]);
  useEffect(() => {
    if (round.state !== 'open') return;
    const stop = new AbortController();
    let failures = 0;
    const wait = (ms: number) => new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      stop.signal.addEventListener('abort', () => { clearTimeout(timer); done(); });
    });
    const ask = async () => {
      const given = new AbortController();
      const giveUp = () => given.abort();
      const timer = setTimeout(giveUp, LONGEST_QUESTION);
      stop.signal.addEventListener('abort', giveUp);
      try {
        return await organiser.round(token, round.id, given.signal);
      } finally {
        clearTimeout(timer);
        stop.signal.removeEventListener('abort', giveUp);
      }
    };
    const hear = async () => {
      while (!stop.signal.aborted) {
        try {
          await follow(`/api/v1/rounds/${encodeURIComponent(round.id)}/live`, token, stop.signal, {
            open: () => {
              failures = 0;
              setLive((before) => ({ ...before, connection: 'live', updated: new Date() }));
            },
            alive: () => setLive((before) => ({ ...before, updated: new Date() })),
            event: (event) => setLive((before) => heard(before, event, new Date())),
          });
        } catch {
          // the loop tries again
        }
        if (stop.signal.aborted) return;
        failures += 1;
        setLive((before) => ({ ...before, connection: failures > PATIENCE ? 'polling' : 'reconnecting' }));
        try {
          const asked = await ask();
          setLive((before) => ({ ...newer(before, asked.turnout, new Date()), release: Math.max(before.release, lastRelease(asked)), closed: asked.state === 'closed' }));
        } catch {
          // still away; the time of the last update says so
        }
        await wait(pause(failures, Math.random()));
      }
    };
    void hear();
    return () => stop.abort();
  }, [token, round.id, round.state]);
  return live;
}
