import type { OwnTeam } from '../api/model';
import { access } from '../api/operations';
import { knownTeam, rememberOwn, rememberTeam } from '../device/organisers';
import { changeTeams } from './session';

/** The token of an organiser link, or of what somebody copied around it; null when there is none. */
export function tokenOf(pasted: string): string | null {
  return /(?:^|#\/o\/)([A-Za-z0-9_-]{43})\/?\s*$/.exec(pasted.trim())?.[1] ?? null;
}

/**
 * Makes a team one's own by its link.
 *
 * @param keepLink whether the device keeps opening it by the link as well
 */
export async function claim(token: string, keepLink: boolean): Promise<OwnTeam> {
  const team = await access.claim(token);
  changeTeams((teams) => [...teams.filter(({ id }) => id !== team.id), team]);
  if (keepLink) rememberTeam({ ...knownTeam(team.id), ...team, token });
  else rememberOwn(team);
  return team;
}
