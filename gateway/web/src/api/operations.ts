import createClient from 'openapi-fetch';
import { language } from '../i18n/language';
import { OFFLINE, Problem } from './problem';
import type {
  Comparison, Guide, GuideItem, Instrument, Participation, Privacy, Report, Role, RoleItem, Round, Scenario, Team, Term,
} from './model';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type paths = any;

const api = createClient<paths>({ baseUrl: '/api/v1', cache: 'default' }) as any;

/** The answer's body, or a Problem thrown. */
async function body<T>(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<T> {
  let outcome;
  try {
    outcome = await call;
  } catch {
    throw OFFLINE;
  }
  if (!outcome.response.ok) throw Problem.of(outcome.response.status, outcome.error);
  return outcome.data as T;
}

const spoken = () => ({ locale: language.value });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const items = <T>(call: Promise<{ items: T[] }>) => call.then((list) => list.items);

export const content = {
  roles: () => items<RoleItem>(body(api.GET('/roles', { params: { query: spoken() } }))),
  role: (id: string) => body<Role>(api.GET('/roles/{id}', { params: { path: { id }, query: spoken() } })),
  compare: (ids: string[]) => body<Comparison>(api.GET('/roles/compare', { params: { query: { ...spoken(), ids: ids.join(',') } } })),
  scenarios: () => items<Scenario>(body(api.GET('/scenarios', { params: { query: spoken() } }))),
  scenario: (id: string) => body<Scenario>(api.GET('/scenarios/{id}', { params: { path: { id }, query: spoken() } })),
  glossary: () => body<{ terms: Term[] }>(api.GET('/glossary', { params: { query: spoken() } })),
  guides: () => items<GuideItem>(body(api.GET('/guides', { params: { query: spoken() } }))),
  guide: (id: string) => body<Guide>(api.GET('/guides/{id}', { params: { path: { id }, query: spoken() } })),
  instrument: (id: string) => body<Instrument>(api.GET('/instruments/{id}', { params: { path: { id }, query: spoken() } })),
  instrumentVersion: (id: string, version: number) =>
    body<Instrument>(api.GET('/instruments/{id}/versions/{version}', { params: { path: { id, version }, query: spoken() } })),
  exampleReport: () => body<Report>(api.GET('/example-report', { params: { query: spoken() } })),
  privacy: () => body<Privacy>(api.GET('/privacy', { params: { query: spoken() } })),
};

export interface NewTeam {
  name: string;
  locale: string;
  context: { goal?: string; initiatives: number; rolesPresent: string[] };
}

export interface NewRound {
  instrument: 'role-gap-scan';
  size: number;
  k?: number;
  deadline?: string;
  entry: 'open' | 'tickets';
  live: 'turnout' | 'batches';
  memberResults: 'after-close' | 'none';
}

export interface OpenedRound { round: Round; member: { token: string; link: string }; tickets?: string[] }

export const organiser = {
  createTeam: (team: NewTeam) =>
    body<{ team: Team; organiser: { token: string; link: string; recoveryCode: string } }>(
      api.POST('/teams', { params: { query: spoken() }, body: team }),
    ),
  team: (token: string) =>
    body<Team | { team: Team }>(api.GET('/team', { params: { query: spoken() }, headers: bearer(token) })).then((answer) =>
      'team' in answer ? answer.team : answer,
    ),
  deleteTeam: (token: string) => body<void>(api.DELETE('/team', { params: { query: spoken() }, headers: bearer(token) })),
  openRound: (token: string, round: NewRound) =>
    body<OpenedRound>(api.POST('/rounds', { params: { query: spoken() }, headers: bearer(token), body: round })),
  rounds: (token: string) => items<Round>(body(api.GET('/rounds', { params: { query: spoken() }, headers: bearer(token) }))),
  round: (token: string, id: string) =>
    body<Round | { round: Round }>(
      api.GET('/rounds/{id}', { params: { path: { id }, query: spoken() }, headers: bearer(token) }),
    ).then((answer) => ('round' in answer ? answer.round : answer)),
  close: (token: string, id: string) =>
    body<unknown>(api.POST('/rounds/{id}/close', { params: { path: { id }, query: spoken() }, headers: bearer(token) })),
  reopen: (token: string, id: string) =>
    body<unknown>(api.POST('/rounds/{id}/reopen', { params: { path: { id }, query: spoken() }, headers: bearer(token) })),
  renewMemberLink: (token: string, id: string) =>
    body<{ member?: { token: string; link: string }; token?: string; link?: string }>(
      api.POST('/rounds/{id}/member/rotate', { params: { path: { id }, query: spoken() }, headers: bearer(token) }),
    ).then((answer) => (answer.member ?? answer) as { token: string; link: string }),
  recover: (code: string) =>
    body<{ organiser?: { token: string }; token?: string }>(
      api.POST('/organiser/recover', { params: { query: spoken() }, body: { code } }),
    ).then((answer) => (answer.organiser?.token ?? answer.token) as string),
};

export const results = {
  report: (token: string, id: string) =>
    body<Report>(api.GET('/rounds/{id}/report', { params: { path: { id }, query: spoken() }, headers: bearer(token) })),
};

export interface Sheet {
  instrument: { id: string; version: number };
  answers: Record<string, number | null>;
  coverage: Record<string, number | null>;
  scenarios: Record<string, string | null>;
  comments?: Record<string, string>;
}

export const member = {
  participation: (secret: string) =>
    body<Participation>(api.GET('/participation', { params: { query: spoken() }, headers: bearer(secret) })),
  drawTicket: (token: string) =>
    body<{ ticket: string }>(api.POST('/tickets', { params: { query: spoken() }, headers: bearer(token) })).then(({ ticket }) => ticket),
  send: (ticket: string, key: string, sheet: Sheet) =>
    body<{ receipt: string }>(
      api.POST('/sheets', {
        params: { query: spoken(), header: { 'Idempotency-Key': key } },
        headers: { ...bearer(ticket), 'Idempotency-Key': key },
        body: sheet,
      }),
    ).then(({ receipt }) => receipt),
};
