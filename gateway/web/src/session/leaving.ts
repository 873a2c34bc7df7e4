/**
 * Signing in means leaving this page for the organisation's. What is needed to come back to the
 * same place is kept by this tab meanwhile, and taken out again on arrival.
 */
const KEY = 'rolewise.return';

/** The page that the browser comes back to; from there it goes on to where one was. */
export const ARRIVAL = '/sign-in/back';

export interface Return {
  /** where one was, the fragment included */
  place: string;
  /** what was typed there, by form */
  typed: Record<string, unknown>;
  /** what one was about to do */
  errand?: string;
}

const forms = new Map<string, () => unknown>();
let typed: Record<string, unknown> = {};
let errand: string | undefined;

function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** Has a form kept when somebody leaves to sign in. @returns how to stop that */
export function keepForm(name: string, read: () => unknown): () => void {
  forms.set(name, read);
  return () => forms.delete(name);
}

/** Notes where one is, just before leaving. */
export function rememberPlace(here: string, purpose?: string): void {
  const note: Return = { place: here, typed: Object.fromEntries([...forms].map(([name, read]) => [name, read()])), errand: purpose };
  try {
    storage()?.setItem(KEY, JSON.stringify(note));
  } catch {
    // the way back then ends at one's teams
  }
}

/** Where one was before leaving, while one is still away. */
export function rememberedPlace(): Return | null {
  try {
    const note = JSON.parse(storage()?.getItem(KEY) ?? 'null') as Return | null;
    // only a place of our own: what stands there is put into the address bar
    return note && typeof note.place === 'string' && /^\/(?!\/)/.test(note.place) ? note : null;
  } catch {
    return null;
  }
}

/** Back again: what was typed waits for its form, and the tab keeps nothing of it any longer. */
export function comeBack(): string | null {
  const note = rememberedPlace();
  try {
    storage()?.removeItem(KEY);
  } catch {
    // nothing was kept there either
  }
  typed = note?.typed ?? {};
  errand = note?.errand;
  return note?.place ?? null;
}

/** What was typed into a form that makes way for another screen of ours: the way back to it finds it there. */
export function setAside(name: string, what: unknown): void {
  typed[name] = what;
}

/** What was typed into a form before leaving; once. */
export function typedBefore<T>(name: string): T | null {
  const found = typed[name] as T | undefined;
  delete typed[name];
  return found ?? null;
}

/** Whether one left for this; once. */
export function cameFor(purpose: string): boolean {
  const same = errand === purpose;
  if (same) errand = undefined;
  return same;
}

/** The address that leads to the organisation's page. */
export const START = `/api/v1/session/start?returnTo=${ARRIVAL}`;

/** Leaves to sign in. */
export function leave(purpose?: string): void {
  const before = rememberedPlace();
  const onTheWay = location.pathname.startsWith('/sign-in/');
  if (!onTheWay) rememberPlace(location.pathname + location.search + location.hash, purpose);
  else if (!before) rememberPlace('/teams');
  location.assign(START);
}
