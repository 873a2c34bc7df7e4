/**
 * Forms that somebody is filling in: kept by this tab only, so that a reload loses nothing and the
 * next person at this computer finds nothing.
 */
const KEY = 'rolewise.form.';

function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** @returns whether it outlives a reload */
export function keepTyped(name: string, typed: unknown): boolean {
  try {
    const place = storage();
    place?.setItem(KEY + name, JSON.stringify(typed));
    return place !== null;
  } catch {
    return false;
  }
}

export function keptTyped<T>(name: string): T | null {
  try {
    return JSON.parse(storage()?.getItem(KEY + name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function dropTyped(name: string): void {
  try {
    storage()?.removeItem(KEY + name);
  } catch {
    // nothing was kept there either
  }
}

/** For when somebody leaves this computer to others. */
export function dropAllTyped(): void {
  try {
    const place = storage();
    for (const key of Object.keys(place ?? {})) if (key.startsWith(KEY)) place?.removeItem(key);
  } catch {
    // nothing was kept there either
  }
}
