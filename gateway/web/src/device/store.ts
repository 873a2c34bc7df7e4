/**
 * What stays on this device. Where the browser refuses storage (private windows, policies) the
 * values live until the page goes, and `lasting` says so.
 */
const memory = new Map<string, string>();

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export function recall<T>(key: string): T | null {
  let text: string | null = null;
  try {
    text = storage()?.getItem(key) ?? null;
  } catch {
    text = null;
  }
  text ??= memory.get(key) ?? null;
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** @returns whether the value outlives this page */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    const place = storage();
    if (!place) return false;
    place.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  memory.delete(key);
  try {
    storage()?.removeItem(key);
  } catch {
    // nothing was kept there either
  }
}
