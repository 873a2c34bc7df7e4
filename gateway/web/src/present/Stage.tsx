import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from './texts';

export interface Slide { title: string; content: ComponentChildren }

/** The slide a key leads to; where one reads from right to left, the arrows do too. */
export function turned(key: string, at: number, all: number, rightToLeft: boolean): number | null {
  const last = all - 1;
  switch (key) {
    case 'ArrowRight': return Math.min(last, Math.max(0, at + (rightToLeft ? -1 : 1)));
    case 'ArrowLeft': return Math.min(last, Math.max(0, at + (rightToLeft ? 1 : -1)));
    case 'PageDown': return Math.min(last, at + 1);
    case 'PageUp': return Math.max(0, at - 1);
    case 'Home': return 0;
    case 'End': return last;
    default: return null;
  }
}

/** For the wall of a meeting room: one thing at a time, in large type, over the whole screen where the browser lets it. */
export function Stage({ team, slides, onClose }: { team: string; slides: Slide[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const shown = Math.min(at, slides.length - 1);
  useEffect(() => {
    const stage = dialog.current;
    let whole = false;
    let gone = false;
    const open = () => {
      if (gone || !stage || stage.open) return;
      whole = document.fullscreenElement !== null;
      stage.showModal();
      body.current?.focus();
    };
    const changed = () => {
      if (whole && document.fullscreenElement === null) stage?.close();
    };
    document.addEventListener('fullscreenchange', changed);
    // the whole screen first: what is shown after it lies above it
    const root = document.documentElement;
    (root.requestFullscreen?.() ?? Promise.reject()).then(open, open);
    return () => {
      gone = true;
      document.removeEventListener('fullscreenchange', changed);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  const turn = (to: number) => {
    setAt(to);
    body.current?.scrollTo(0, 0);
  };
  const slide = slides[shown];
  const several = slides.length > 1;
  return (
    <dialog
      ref={dialog}
      class="stage"
      aria-label={say('title', { team })}
      data-testid="stage"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const to = turned(event.key, shown, slides.length, getComputedStyle(event.currentTarget).direction === 'rtl');
        if (to === null || !several) return;
        event.preventDefault();
        turn(to);
      }}
    >
      <div ref={body} class="stage-body" tabIndex={0} role="group" aria-label={slide?.title}>
        <p class="eyebrow">{team}</p>
        {slide?.content}
      </div>
      <div class="stage-foot">
        {several && (
          <>
            <p role="status" class="stage-count">{say('slide', { n: shown + 1, all: slides.length })}<span class="off-screen">: {slide?.title}</span></p>
            <button type="button" class="button quiet small" aria-disabled={shown === 0} onClick={() => turn(Math.max(0, shown - 1))}>{say('previous')}</button>
            <button type="button" class="button small" aria-disabled={shown === slides.length - 1} onClick={() => turn(Math.min(slides.length - 1, shown + 1))}>{say('next')}</button>
            <p class="hint">{say('keys')}</p>
          </>
        )}
        <button type="button" class="button quiet small stage-close" onClick={() => dialog.current?.close()}>{say('close')}</button>
      </div>
    </dialog>
  );
}
