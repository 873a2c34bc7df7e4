import { signal } from '@preact/signals';

/** Where the reader is: a public path, or a place behind a secret that only the fragment carries. */
export interface Place {
  path: string[];
  fragment: string[] | null;
  query: URLSearchParams;
}

function parts(path: string): string[] {
  return path.split('/').filter(Boolean).map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

export function placeOf(url: URL): Place {
  return {
    path: parts(url.pathname),
    fragment: url.hash.startsWith('#/') ? parts(url.hash.slice(2)) : null,
    query: url.searchParams,
  };
}

const here = () => (typeof location === 'undefined' ? new URL('http://localhost/') : new URL(location.href));

export const place = signal<Place>(placeOf(here()));

/** Counts the moves since the page was loaded: the first screen leaves the focus alone. */
export const moves = signal(0);

function arrive(): void {
  moves.value += 1;
  place.value = placeOf(here());
}

/** Another screen at the same address: its heading takes the focus like after any move. */
export function turnPage(): void {
  moves.value += 1;
  scrollTo(0, 0);
}

export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  arrive();
  if (how === 'push') scrollTo(0, 0);
}

/** The address leads elsewhere from the start: no move of the reader, so the focus stays where it is. */
export function redirect(href: string): void {
  history.replaceState(null, '', href);
  place.value = placeOf(here());
}

/** Takes over plain clicks on our own links. */
export function listen(): void {
  addEventListener('popstate', arrive);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    go(link.href);
  });
}
