import { signal } from '@preact/signals';
import { forget, keep, recall } from './store';

/** What an organiser's device remembers about a team; the server keeps only hashes of these secrets. */
export interface KnownTeam {
  id: string;
  name: string;
  token: string;
  /** the address to open on another device */
  link?: string;
  /** shown until the organiser says that it is kept elsewhere */
  recoveryCode?: string;
  rounds: Record<string, KnownRound>;
}

export interface KnownRound {
  memberLink?: string;
  tickets?: string[];
  /** the one report link that was made for the whole team; the server tells it once */
  teamShare?: { id: string; link: string };
}

const KEY = 'rolewise.teams';

export const teams = signal<KnownTeam[]>(recall<KnownTeam[]>(KEY) ?? []);

function save(next: KnownTeam[]): boolean {
  teams.value = next;
  return keep(KEY, next);
}

export function knownTeam(id: string): KnownTeam | undefined {
  return teams.value.find((team) => team.id === id);
}

/** @returns whether the device still knows the team after a reload */
export function rememberTeam(team: Omit<KnownTeam, 'rounds'>): boolean {
  const before = knownTeam(team.id);
  const others = teams.value.filter(({ id }) => id !== team.id);
  return save([{ ...before, ...team, rounds: before?.rounds ?? {} }, ...others]);
}

export function rememberRound(teamId: string, roundId: string, round: KnownRound): void {
  save(
    teams.value.map((team) =>
      team.id === teamId
        ? { ...team, rounds: { ...team.rounds, [roundId]: { ...team.rounds[roundId], ...round } } }
        : team,
    ),
  );
}

/** The round was deleted, or is not to be known here any more. */
export function forgetRound(teamId: string, roundId: string): void {
  save(
    teams.value.map((team) => {
      const { [roundId]: gone, ...rounds } = team.rounds;
      return team.id === teamId && gone ? { ...team, rounds } : team;
    }),
  );
}

/** The recovery code has been written down: it need not stay here. */
export function dropRecoveryCode(teamId: string): void {
  save(teams.value.map(({ recoveryCode, ...team }) => (team.id === teamId ? team : { ...team, recoveryCode })));
}

export function forgetTeam(teamId: string): void {
  const left = teams.value.filter(({ id }) => id !== teamId);
  if (left.length > 0) {
    save(left);
  } else {
    teams.value = [];
    forget(KEY);
  }
}
