/** As of when documents are that the server could not look up again when it should have. */
const moments = new WeakMap<object, Date>();

/** Null for what is right as far as anybody knows, kept by a cache on the way or not. */
export function momentOf(headers: Headers, now: Date): Date | null {
  const entries = headers.get('Cache-Status')?.split(',') ?? [];
  // a proxy in front adds an entry about its own copy, which is no concern of a reader
  const own = entries.find((entry) => entry.split(';')[0]?.trim() === 'rolewise');
  const seconds = own?.match(/;\s*ttl=-(\d+)/)?.[1];
  return seconds === undefined ? null : new Date(now.getTime() - Number(seconds) * 1_000);
}

export function stamped<T extends object>(document: T, moment: Date | null): T {
  if (moment) moments.set(document, moment);
  return document;
}

export function earliest(dates: Iterable<Date | null | undefined>): Date | null {
  let first: Date | null = null;
  for (const date of dates) if (date && (!first || date < first)) first = date;
  return first;
}

/** The moment of a document, or the earliest of several that were asked for together. */
export function oldest(loaded: unknown): Date | null {
  if (typeof loaded !== 'object' || loaded === null) return null;
  const parts: unknown[] = [loaded, ...Object.values(loaded)];
  return earliest(parts.map((part) => (typeof part === 'object' && part !== null ? moments.get(part) : null)));
}
