import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { forgetTokens } from '../api/bearer';
import type { OwnTeam, Session } from '../api/model';
import { access } from '../api/operations';
import { signInNeeded } from '../api/problem';
import { forgetOwn } from '../device/organisers';

/** How people get in here and who is in; null until the server was asked. */
export const session = signal<Session | null>(null);

/** Somebody was signed in on this page and is no longer, without having signed out. */
export const ended = signal(false);

/** A moment later than the announced one, so that the server agrees that it has come. */
const GRACE = 2_000;
/** Longer waits do not fit into a timer. */
const LONGEST = 2_000_000_000;

let asking: Promise<Session> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the server says now; several that ask at once get the one answer. */
export function askSession(): Promise<Session> {
  asking ??= access.session().then((now) => hear(now)).finally(() => {
    asking = null;
  });
  return asking;
}

const askQuietly = () => void askSession().catch(() => undefined);

/** Takes in an answer: whoever was signed in before and is not now has lost the session. */
export function hear(now: Session, lookAgain: () => void = askQuietly): Session {
  if (session.value?.signedIn && !now.signedIn) {
    ended.value = true;
    forgetTokens();
  }
  if (now.signedIn) ended.value = false;
  session.value = now;
  clearTimeout(timer);
  if (now.signedIn && now.ends) {
    timer = setTimeout(lookAgain, Math.min(LONGEST, Date.parse(now.ends) - Date.now() + GRACE));
  }
  return now;
}

effect(() => {
  if (signInNeeded.value > 0 && session.peek()?.signedIn) askQuietly();
});

/** The session, asked for when a screen first wants to know. */
export function useSession(): Session | null {
  const known = session.value;
  useEffect(() => {
    if (session.peek() === null) askQuietly();
  }, []);
  return known;
}

export const signsIn = (known: Session | null): boolean => known !== null && known.mode !== 'links';

/** A team that became one's own, or is no longer. */
export function changeTeams(change: (teams: OwnTeam[]) => OwnTeam[]): void {
  const now = session.value;
  if (now) session.value = { ...now, teams: change(now.teams).sort((a, b) => a.name.localeCompare(b.name)) };
}

/** Signs out here. @returns where one can sign out at the organisation as well, or null */
export async function signOut(): Promise<string | null> {
  const elsewhere = await access.signOut();
  const now = session.value;
  if (now) session.value = { ...now, signedIn: false, ends: null, teams: [] };
  clearTimeout(timer);
  ended.value = false;
  forgetTokens();
  forgetOwn();
  return elsewhere;
}
