import { effect } from '@preact/signals';
import { missed, waiting } from './shared/loading';

/** So that what has come is drawn, and what is on it says what it waits for in turn. */
const QUIET_MILLIS = 40;

/**
 * Puts the living screen where the page stands that the server wrote, once all is there that is on
 * it: nobody sees a page go and come back. When something does not come the server's page stays; it
 * works by itself.
 *
 * @param written what the server wrote
 * @param draw draws the screen into a place that is not on the page yet
 * @param begin is called when the screen is on the page
 */
export function takeOver(written: HTMLElement, draw: (place: HTMLElement) => void, begin: () => void): void {
  const living = written.cloneNode(false) as HTMLElement;
  draw(living);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let done = false;
  const look = (): void => {
    if (!living.querySelector('h1')) {
      quiet = setTimeout(look, QUIET_MILLIS);
      return;
    }
    done = true;
    stop();
    const attention = attentionIn(written, living);
    written.replaceWith(living);
    attention();
    begin();
  };
  const stop = effect(() => {
    clearTimeout(quiet);
    if (waiting.value === 0 && !missed.value && !done) quiet = setTimeout(look, QUIET_MILLIS);
  });
  written.querySelector('.menu-button')?.addEventListener('click', () => openMenu(written));
}

/** The one thing on the server's page that needs a script, until it is taken over. */
function openMenu(written: HTMLElement): void {
  const open = written.querySelector('#menu-list')?.classList.toggle('open') ?? false;
  written.querySelector('.menu-button')?.setAttribute('aria-expanded', String(open));
}

/** Where an element stands below another one: the same way leads to its counterpart. */
function wayTo(element: Element, from: Element): number[] {
  const way: number[] = [];
  for (let at: Element = element; at !== from && at.parentElement; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way;
}

function follow(way: number[], from: Element): Element | undefined {
  return way.reduce<Element | undefined>((at, step) => at?.children[step], from);
}

/** What the reader has opened, typed and focused meanwhile; the result carries it over. */
function attentionIn(written: HTMLElement, living: HTMLElement): () => void {
  const counterpart = (element: Element) => {
    const found = follow(wayTo(element, written), living);
    return found?.tagName === element.tagName ? found : undefined;
  };
  const carried: (() => void)[] = [];
  for (const opened of written.querySelectorAll('details[open]')) carried.push(() => counterpart(opened)?.setAttribute('open', ''));
  if (written.querySelector('#menu-list.open')) carried.push(() => living.querySelector<HTMLElement>('.menu-button')?.click());
  const active = document.activeElement;
  if (active instanceof HTMLElement && written.contains(active)) {
    const next = counterpart(active);
    carried.push(() => (next as HTMLElement | undefined)?.focus({ preventScroll: true }));
    if (active instanceof HTMLInputElement && next instanceof HTMLInputElement && active.type === 'search') {
      carried.push(() => {
        next.value = active.value;
        next.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
  }
  return () => carried.forEach((carry) => carry());
}
