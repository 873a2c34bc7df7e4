/**
 * What stays on this device. Where the browser refuses storage (private windows, policies) the
 * values live until the page goes, and `lasting` says so.
 */
const memory = new Map<string, string>();
/** What found no room: an older value of it may still lie in the storage. */
const unsaved = new Set<string>();

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
    text = unsaved.has(key) ? null : (storage()?.getItem(key) ?? null);
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
    unsaved.delete(key);
    return true;
  } catch {
    unsaved.add(key);
    return false;
  }
}

export function forget(key: string): void {
  memory.delete(key);
  unsaved.delete(key);
  try {
    storage()?.removeItem(key);
  } catch {
    // nothing was kept there either
  }
}

/** Tells what another tab of this device writes or takes away. */
export function whenOtherTabs(changed: (key: string) => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key === null) return;
    if (newValue === null) memory.delete(key);
    unsaved.delete(key);
    changed(key);
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}
