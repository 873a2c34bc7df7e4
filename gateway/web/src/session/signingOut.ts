import { signal } from '@preact/signals';
import { dropAllTyped } from '../device/forms';
import { go } from '../router';
import { askSession, signOut } from './session';

/** Where one can sign out at the organisation as well. */
export const elsewhere = signal<string | null>(null);

/** Signs out and says so on a page of its own. A session that had ended already is as good. */
export async function leaveSession(): Promise<void> {
  try {
    elsewhere.value = await signOut();
  } catch {
    if ((await askSession()).signedIn) throw new Error('still signed in');
  }
  dropAllTyped();
  go('/signed-out');
}
