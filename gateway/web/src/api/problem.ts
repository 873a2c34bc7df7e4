import { signal } from '@preact/signals';

/** An answer that is not the one asked for, with the server's stable code ("offline" when there was none). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string | null,
    readonly detail: string | null,
    readonly errors: { pointer: string; code: string; detail?: string }[] = [],
  ) {
    super(code);
  }

  static of(status: number, body: unknown): Problem {
    const known = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const text = (name: string) => (typeof known[name] === 'string' ? (known[name] as string) : null);
    return new Problem(
      status,
      text('code') ?? `status-${status}`,
      text('title'),
      text('detail'),
      Array.isArray(known.errors) ? (known.errors as Problem['errors']) : [],
    );
  }
}

export const OFFLINE = new Problem(0, 'offline', null, null);

/** Worth trying again: no connection, or a server that asks for patience. */
export function passes(problem: unknown): boolean {
  return problem instanceof Problem && (problem.status === 0 || problem.status === 429 || problem.status >= 502);
}

/** Counts how often the server said that somebody has to sign in: whoever was may be no longer. */
export const signInNeeded = signal(0);
