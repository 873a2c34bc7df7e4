import { send } from './operations';

/** One message of a text/event-stream. */
export interface StreamEvent { event: string; data: string }

/** Cuts a growing text into whole messages; what is left over waits for more. */
export function readEvents(buffer: string): { events: StreamEvent[]; rest: string } {
  const blocks = buffer.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    let event = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) event = line.slice(6).trim();
      if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    return data.length > 0 || event !== 'message' ? [{ event, data: data.join('\n') }] : [];
  });
  return { events, rest };
}

/** The server says every fifteen seconds that it is there, if nothing else: after two such times of silence nobody is. */
export const LONGEST_SILENCE = 35_000;

/**
 * Reads the live stream of a round until it ends, falls silent or the signal aborts it. A network may
 * lose a connection without telling either end. EventSource cannot send the token's header, hence fetch.
 */
export async function follow(
  url: string,
  token: string,
  signal: AbortSignal,
  heard: { open: () => void; alive: () => void; event: (event: StreamEvent) => void },
): Promise<void> {
  signal.throwIfAborted();
  const ended = new AbortController();
  const end = () => ended.abort();
  signal.addEventListener('abort', end);
  let silence = setTimeout(end, LONGEST_SILENCE);
  try {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
    const response = await send(new Request(url, { headers, cache: 'no-store', signal: ended.signal }));
    if (!response.ok || !response.body) throw new Error(`stream ${response.status}`);
    heard.open();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let buffer = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(end, LONGEST_SILENCE);
      heard.alive();
      const { events, rest } = readEvents(buffer + decoder.decode(value, { stream: true }));
      buffer = rest;
      events.forEach(heard.event);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', end);
  }
}
