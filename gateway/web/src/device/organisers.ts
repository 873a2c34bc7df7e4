import { signal } from '@preact/signals';
import { markOf } from '../api/bearer';
import { forget, keep, recall, whenOtherTabs } from './store';

/** What an organiser's device remembers about a team; the server keeps only hashes of these secrets. */
export interface KnownTeam {
  id: string;
  name: string;
  /** the organiser token; for a team of one's own the mark that stands for one */
  token: string;
  /** opened by signing in: no secret of an organiser is stored for it */
  own?: boolean;
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

/** Another tab came to know a team or forgot one: whatever is stored next from here has to have it. */
export function takeFromOtherTabs(): void {
  teams.value = (recall<KnownTeam[]>(KEY) ?? []).map((team) => (team.own ? { ...knownTeam(team.id), ...team } : team));
}

if (typeof addEventListener === 'function') {
  whenOtherTabs((key) => {
    if (key === KEY) takeFromOtherTabs();
  });
}

/** What may be stored of a team: of one's own, no link and no code that lets an organiser in. */
function stored(team: KnownTeam): KnownTeam {
  if (!team.own) return team;
  const { link, recoveryCode, ...plain } = team;
  return plain;
}

function save(next: KnownTeam[]): boolean {
  teams.value = next;
  if (next.length > 0) return keep(KEY, next.map(stored));
  forget(KEY);
  return true;
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

/**
 * A team of whoever is signed in. Link and code of a new one can be shown until the page goes; what
 * the device knew by a link goes, unless both are wanted.
 */
export function rememberOwn(team: { id: string; name: string; link?: string; recoveryCode?: string }): void {
  const { rounds = {} } = knownTeam(team.id) ?? {};
  const others = teams.value.filter(({ id }) => id !== team.id);
  save([{ ...team, token: markOf(team.id), own: true, rounds }, ...others]);
}

/** Signed out: teams of one's own are no business of whoever comes next. */
export function forgetOwn(): void {
  save(teams.value.filter(({ own }) => !own));
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
  save(teams.value.map((team) => {
    if (team.id !== teamId) return team;
    const { recoveryCode, link, ...rest } = team;
    // a team of one's own opens without its link
    return rest.own || link === undefined ? rest : { ...rest, link };
  }));
}

export function forgetTeam(teamId: string): void {
  save(teams.value.filter(({ id }) => id !== teamId));
}
