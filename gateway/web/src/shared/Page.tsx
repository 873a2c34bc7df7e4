import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { core } from '../i18n/core';
import { moves } from '../router';
import { Kept } from './Kept';

/** One screen: its title in the tab, its heading focused after a move so that it is read out. */
export function Page({
  title,
  heading = title,
  lead,
  class: name = '',
  eyebrow,
  children,
}: {
  title: string;
  heading?: ComponentChildren;
  lead?: ComponentChildren;
  eyebrow?: ComponentChildren;
  class?: string;
  children?: ComponentChildren;
}) {
  const brand = core('brand');
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  // before anything is painted: later it would take the focus from a field that is typed in already
  useLayoutEffect(() => {
    if (moves.peek() > 0) h1.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`page ${name}`}>
      <header class="page-head">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1 ref={h1} tabIndex={-1}>
          {heading}
        </h1>
        {lead && <p class="lead">{lead}</p>}
        <Kept />
      </header>
      {children}
    </div>
  );
}
