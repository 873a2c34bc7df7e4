import type { Participation } from '../api/model';
import { forget, keep, recall } from '../device/store';
import { placeName } from './drafts';

const key = (secret: string) => `rolewise.round.${placeName(undefined, secret)}`;

/** What the round asks and promises, for somebody who opens it again without a connection. It holds no secret. */
export function keepRound(secret: string, round: Participation): void {
  if (round.state === 'open') keep(key(secret), round);
  else forget(key(secret));
}

export const keptRound = (secret: string): Participation | null => recall<Participation>(key(secret));
