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

/**
 * Reads the live stream of a round until it ends or the signal aborts it. EventSource cannot send
 * the token's header, hence fetch.
 */
export async function follow(
  url: string,
  token: string,
  signal: AbortSignal,
  heard: { open: () => void; event: (event: StreamEvent) => void },
): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
  const response = await send(new Request(url, { headers, cache: 'no-store', signal }));
  if (!response.ok || !response.body) throw new Error(`stream ${response.status}`);
  heard.open();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { events, rest } = readEvents(buffer + decoder.decode(value, { stream: true }));
    buffer = rest;
    events.forEach(heard.event);
  }
}
