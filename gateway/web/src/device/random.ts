/** Random hex digits; getRandomValues also works on plain HTTP, randomUUID does not. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same order for the same seed, so that options stay put when a page is reloaded. */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const weight = (index: number) => {
    let hash = 2166136261;
    for (const char of `${seed}/${index}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
    return (Math.imul(hash ^ (hash >>> 15), 2246822507) ^ (hash >>> 13)) >>> 0;
  };
  return list
    .map((value, index) => ({ value, order: weight(index) }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
