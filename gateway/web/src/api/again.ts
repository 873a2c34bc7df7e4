import { signal } from '@preact/signals';

/** How many documents have yet to come because the server asked for patience. */
export const asking = signal(0);

const MOST_AGAIN = 2;
/** Whoever should come back later than that is told so instead: nobody looks at a waiting page for longer. */
const LONGEST = 10_000;
const SPREAD = 500;

/** Milliseconds after which the server wants to be asked again; null when it does not say, or not soon. */
export function patience(headers: Headers, now: Date): number | null {
  const said = headers.get('Retry-After')?.trim() ?? '';
  const millis = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  return millis <= LONGEST ? Math.max(0, millis) : null;
}

/**
 * Asks, and asks at most twice more when a server that is busy says when to come back. Only what reads
 * is asked again: of anything else nobody knows whether it was done.
 */
export async function again(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  if (request.method !== 'GET') return send(request);
  let announced = false;
  try {
    for (let before = 0; ; before++) {
      const response = await send(request.clone());
      const wait = response.status === 503 && before < MOST_AGAIN ? patience(response.headers, new Date()) : null;
      if (wait === null) return response;
      void response.body?.cancel();
      // until the end, and not only between two questions: what comes and goes within a second is missed
      if (!announced) asking.value += 1;
      announced = true;
      // never before its time, and not all of a room in the same moment
      await passed(wait + Math.random() * SPREAD, request.signal);
    }
  } finally {
    if (announced) asking.value -= 1;
  }
}

const passed = (millis: number, ended: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    ended.throwIfAborted();
    const timer = setTimeout(resolve, millis);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(ended.reason);
    });
  });
