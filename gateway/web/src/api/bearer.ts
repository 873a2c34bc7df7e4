/**
 * Teams of whoever is signed in are worked on with a token that ends with the session. It lives in
 * this page's memory alone: everywhere else a mark stands for it, which is worth nothing.
 */
const MARK = 'own:';
const tokens = new Map<string, Promise<string>>();

/** What stands for the token of a team of one's own. */
export const markOf = (team: string): string => MARK + team;

function ownTeam(request: Request): string | null {
  const secret = request.headers.get('Authorization')?.slice('Bearer '.length) ?? '';
  return secret.startsWith(MARK) ? secret.slice(MARK.length) : null;
}

/** Signed out, or signed in as somebody else: nothing of before may be used. */
export function forgetTokens(): void {
  tokens.clear();
}

/**
 * Sends a request, with the token in place of its mark. A token can end at any time (signed in anew
 * in another tab, a new organiser link): then it is asked for once more.
 */
export async function authorised(request: Request, ask: (team: string) => Promise<string>): Promise<Response> {
  const team = ownTeam(request);
  if (team === null) return fetch(request);
  const send = async (): Promise<{ used: Promise<string>; response: Response }> => {
    const used = tokens.get(team) ?? ask(team);
    tokens.set(team, used);
    try {
      const attempt = request.clone();
      attempt.headers.set('Authorization', `Bearer ${await used}`);
      return { used, response: await fetch(attempt) };
    } catch (failure) {
      if (tokens.get(team) === used) tokens.delete(team);
      throw failure;
    }
  };
  const known = tokens.has(team);
  const { used, response } = await send();
  if (!known || (response.status !== 401 && response.status !== 404)) return response;
  if (tokens.get(team) === used) tokens.delete(team);
  return (await send()).response;
}
