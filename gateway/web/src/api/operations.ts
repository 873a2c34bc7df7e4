import createClient from 'openapi-fetch';
import { reading } from '../i18n/language';
import { again } from './again';
import { authorised } from './bearer';
import type { ActionChange, BriefVariant, NewAction, NewRound, NewShare, NewTeam, Sheet } from './model';
import { momentOf, oldest, stamped } from './moments';
import { OFFLINE, Problem, signInNeeded } from './problem';
import type { paths } from './schema';

const api = createClient<paths>({ baseUrl: '/api/v1', querySerializer: { array: { style: 'form', explode: false } }, fetch: (request) => again(request, send) });

/** Every request goes this way; those about a team of one's own get their token here. */
export const send = (request: Request): Promise<Response> => authorised(request, access.organise);

// problems come in the reader's language, also where a path takes no locale
api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', reading.value);
    return request;
  },
});

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** The answer's body and what came with it, or a Problem thrown. */
async function answer<T>(call: Call<T>): Promise<{ data: T; response: Response }> {
  let outcome;
  try {
    outcome = await call;
  } catch (caught) {
    throw caught instanceof Problem ? caught : OFFLINE;
  }
  if (!outcome.response.ok) {
    const problem = Problem.of(outcome.response.status, outcome.error);
    if (problem.code === 'sign-in-needed') signInNeeded.value += 1;
    throw problem;
  }
  return { data: outcome.data as T, response: outcome.response };
}

const body = async <T>(call: Call<T>): Promise<T> => (await answer(call)).data;

/** A document that others can replace: it remembers as of when it is, where that is not now. */
async function shown<T extends object>(call: Call<T>): Promise<T> {
  const { data, response } = await answer(call);
  return stamped(data, momentOf(response.headers, new Date()));
}

async function listed<T>(call: Call<{ items: T[] }>): Promise<T[]> {
  const list = await shown(call);
  return stamped(list.items, oldest(list));
}

const query = () => ({ locale: reading.value });

/** Without a secret there is nothing to ask: guessing with an empty one would count as a wrong token. */
function headers(secret: string): { Authorization: string } {
  if (secret === '') throw new Problem(401, 'unauthorized', null, null);
  return { Authorization: `Bearer ${secret}` };
}

export const content = {
  roles: () => listed(api.GET('/roles', { params: { query: query() } })),
  role: (id: string) => shown(api.GET('/roles/{id}', { params: { path: { id }, query: query() } })),
  brief: (id: string, variant: BriefVariant) => shown(api.GET('/roles/{id}/brief', { params: { path: { id }, query: { ...query(), variant } } })),
  briefFile: (id: string, variant: BriefVariant, form: 'json' | 'md') => {
    const options = { params: { path: { id }, query: { ...query(), variant } }, parseAs: 'text' } as const;
    return body<string>(form === 'md' ? api.GET('/roles/{id}/brief.md', options) : api.GET('/roles/{id}/brief', options));
  },
  compare: (ids: string[]) => shown(api.GET('/roles/compare', { params: { query: { ...query(), ids } } })),
  scenarios: () => listed(api.GET('/scenarios', { params: { query: query() } })),
  scenario: (id: string) => shown(api.GET('/scenarios/{id}', { params: { path: { id }, query: query() } })),
  advice: (signals: string[]) => shown(api.GET('/scenarios/advice', { params: { query: { ...query(), signals } } })),
  responsibilities: () => listed(api.GET('/responsibilities', { params: { query: query() } })),
  responsibility: (id: string) => shown(api.GET('/responsibilities/{id}', { params: { path: { id }, query: query() } })),
  search: (q: string, signal: AbortSignal) => shown(api.GET('/search', { params: { query: { ...query(), q } }, signal })),
  glossary: () => shown(api.GET('/glossary', { params: { query: query() } })),
  guides: () => listed(api.GET('/guides', { params: { query: query() } })),
  guide: (id: string) => shown(api.GET('/guides/{id}', { params: { path: { id }, query: query() } })),
  instruments: () => listed(api.GET('/instruments', { params: { query: query() } })),
  instrument: (id: string) => shown(api.GET('/instruments/{id}', { params: { path: { id }, query: query() } })),
  // a version never changes: it is right however long ago it was read
  instrumentVersion: (id: string, version: number) =>
    body(api.GET('/instruments/{id}/versions/{version}', { params: { path: { id, version }, query: query() } })),
  instrumentVersionAddress: (id: string, version: number) => `/api/v1/instruments/${encodeURIComponent(id)}/versions/${version}?locale=${reading.value}`,
  exampleReport: () => shown(api.GET('/example-report', { params: { query: query() } })),
  privacy: () => shown(api.GET('/privacy', { params: { query: query() } })),
};

export const organiser = {
  createTeam: (team: NewTeam) => body(api.POST('/teams', { body: team })),
  team: (token: string) => body(api.GET('/team', { headers: headers(token) })),
  deleteTeam: (token: string) => body(api.DELETE('/team', { headers: headers(token) })),
  openRound: (token: string, round: NewRound) => body(api.POST('/rounds', { headers: headers(token), body: round })),
  rounds: async (token: string) => (await body(api.GET('/rounds', { headers: headers(token) }))).items,
  round: (token: string, id: string, signal?: AbortSignal) => body(api.GET('/rounds/{id}', { params: { path: { id } }, headers: headers(token), signal })),
  resize: (token: string, id: string, size: number) =>
    body(api.PATCH('/rounds/{id}', { params: { path: { id } }, headers: headers(token), body: { size } })),
  close: (token: string, id: string) => body(api.POST('/rounds/{id}/close', { params: { path: { id } }, headers: headers(token) })),
  deleteRound: async (token: string, id: string): Promise<void> => {
    await body(api.DELETE('/rounds/{id}', { params: { path: { id } }, headers: headers(token) }));
  },
  reopen: (token: string, id: string) => body(api.POST('/rounds/{id}/reopen', { params: { path: { id } }, headers: headers(token) })),
  renewLink: async (token: string) => (await body(api.POST('/organiser/rotate', { headers: headers(token) }))).organiser,
  renewMemberLink: async (token: string, id: string) =>
    (await body(api.POST('/rounds/{id}/member/rotate', { params: { path: { id } }, headers: headers(token) }))).member,
  recover: async (code: string) => (await body(api.POST('/organiser/recover', { body: { code } }))).organiser,
};

/** Signing in itself is no request: the browser goes there, see session/leaving. */
export const access = {
  session: () => body(api.GET('/session')),
  signOut: async () => (await body(api.DELETE('/session'))).signOutUrl,
  organise: async (team: string) => (await body(api.POST('/session/teams/{id}/organiser', { params: { path: { id: team } } }))).token,
  claim: (link: string) => body(api.POST('/session/teams', { headers: headers(link) })),
  leave: async (team: string): Promise<void> => {
    await body(api.DELETE('/session/teams/{id}', { params: { path: { id: team } } }));
  },
};

export type FileForm = 'pdf' | 'csv' | 'xlsx';

export interface SavedFile { name: string; content: Blob | string }

export const results = {
  /** The numbers behind a report: the text as the server sent it, because its hash is over what it says. */
  bundle: (token: string, id: string) =>
    body(api.GET('/rounds/{id}/report.bundle.json', { params: { path: { id } }, headers: headers(token), parseAs: 'text' })),
  /** The report as a file, under the name that the server has for it. */
  file: async (token: string, id: string, form: FileForm): Promise<SavedFile> => {
    const options = { params: { path: { id }, query: query() }, headers: headers(token), parseAs: 'blob' } as const;
    const { data, response } = await answer<Blob>(api.GET(`/rounds/{id}/report.${form}` as '/rounds/{id}/report.pdf', options));
    const name = /filename=([\w.-]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `rolewise-report.${form}`;
    return { name, content: data };
  },
  brief: (token: string, id: string, wish: { variant: BriefVariant; role?: string }) =>
    body(api.GET('/rounds/{id}/brief', { params: { path: { id }, query: { ...query(), ...wish } }, headers: headers(token) })),
  briefFile: (token: string, id: string, wish: { variant: BriefVariant; role?: string }, form: 'json' | 'md') => {
    const options = { params: { path: { id }, query: { ...query(), ...wish } }, headers: headers(token), parseAs: 'text' } as const;
    return body<string>(form === 'md' ? api.GET('/rounds/{id}/brief.md', options) : api.GET('/rounds/{id}/brief', options));
  },
  hideComment: async (token: string, id: string, commentId: string, hidden: boolean): Promise<void> => {
    await body(api.PATCH('/rounds/{id}/comments/{commentId}', { params: { path: { id, commentId } }, headers: headers(token), body: { hidden } }));
  },
  trend: async (token: string) => (await body(api.GET('/trend', { params: { query: query() }, headers: headers(token) }))).items,
  report: (token: string, id: string) =>
    body(api.GET('/rounds/{id}/report', { params: { path: { id }, query: query() }, headers: headers(token) })),
};

export const actions = {
  list: async (token: string) => (await body(api.GET('/actions', { headers: headers(token) }))).items,
  create: (token: string, action: NewAction) => body(api.POST('/actions', { headers: headers(token), body: action })),
  update: (token: string, id: string, change: ActionChange) =>
    body(api.PATCH('/actions/{id}', { params: { path: { id } }, headers: headers(token), body: change })),
  remove: async (token: string, id: string): Promise<void> => {
    await body(api.DELETE('/actions/{id}', { params: { path: { id } }, headers: headers(token) }));
  },
};

export const shares = {
  list: async (token: string) => (await body(api.GET('/shares', { headers: headers(token) }))).items,
  create: (token: string, round: string, wishes: NewShare = {}) =>
    body(api.POST('/rounds/{id}/shares', { params: { path: { id: round } }, headers: headers(token), body: wishes })),
  withdraw: async (token: string, id: string): Promise<void> => {
    await body(api.DELETE('/shares/{id}', { params: { path: { id } }, headers: headers(token) }));
  },
};

export const member = {
  participation: (secret: string) => body(api.GET('/participation', { params: { query: query() }, headers: headers(secret) })),
  drawTicket: async (token: string) => (await body(api.POST('/tickets', { headers: headers(token) }))).ticket,
  send: async (ticket: string, key: string, sheet: Sheet) =>
    (
      await body(
        api.POST('/sheets', { params: { header: { 'Idempotency-Key': key } }, headers: headers(ticket), body: sheet }),
      )
    ).receipt,
};
