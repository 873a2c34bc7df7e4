import type { ComponentType } from 'preact';
import { signal } from '@preact/signals';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { asking } from '../api/again';
import { oldest } from '../api/moments';
import { OFFLINE, Problem } from '../api/problem';
import { at, reading } from '../i18n/language';
import { core } from '../i18n/core';
import { steady, useMoment } from './Kept';
import { Page } from './Page';

/** How much the screen is still waiting for, and whether something did not come. */
export const waiting = signal(0);
export const missed = signal(false);

/** Counts from the first drawing on: what is asked for then is asked for only after it. The result ends it. */
function announce(): () => void {
  let open = true;
  waiting.value += 1;
  return () => {
    if (open) waiting.value -= 1;
    open = false;
  };
}

function counted<T>(coming: Promise<T>): Promise<T> {
  waiting.value += 1;
  return coming.then(
    (it) => {
      waiting.value -= 1;
      return it;
    },
    (failure: unknown) => {
      waiting.value -= 1;
      missed.value = true;
      throw failure;
    },
  );
}

export interface Loaded<T> {
  data: T | null;
  problem: Problem | null;
  reload: () => void;
}

/** Loads a document, again when its key or the language changes; what stood there stays until then. Who is no longer waited for is told. */
export function useDocument<T>(load: (signal: AbortSignal) => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; problem: Problem | null; moment: Date | null }>({ data: null, problem: null, moment: null });
  const [attempt, setAttempt] = useState(0);
  const [begun] = useState(announce);
  const spoken = reading.value;
  useEffect(() => {
    let current = true;
    const waitedFor = new AbortController();
    // a load that fails before it asks is a failure like any other
    counted(Promise.resolve(waitedFor.signal).then(load)).then(
      (data) => current && setState((before) => ({ data, problem: null, moment: steady(before.moment, oldest(data)) })),
      (problem) => current && setState((before) => ({ ...before, problem: problem instanceof Problem ? problem : OFFLINE })),
    );
    begun();
    return () => {
      current = false;
      waitedFor.abort();
    };
  }, [key, spoken, attempt]);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);
  useMoment(state.moment, reload);
  return { data: state.data, problem: state.problem, reload };
}

/** The places on the screen that wait, in the order they began to. */
const places = signal<readonly object[]>([]);

/** Says so when it is the server that asked for patience: the first place that waits does, once for the whole screen. */
export function Busy() {
  const [place] = useState(() => ({}));
  useEffect(() => {
    places.value = [...places.peek(), place];
    return () => {
      places.value = places.peek().filter((other) => other !== place);
    };
  }, []);
  const patience = asking.value > 0 && places.value[0] === place;
  return (
    <p class="busy" role="status">
      <span class="busy-mark" aria-hidden="true" />
      {core(patience ? 'loading.again' : 'loading')}
    </p>
  );
}

/** What went wrong and what to do, in words. */
export function Trouble({ problem, retry }: { problem: Problem; retry?: () => void }) {
  return (
    <div class="notice trouble" role="alert">
      <h2 class="notice-title">{problem.code === 'offline' ? core('offline.title') : (problem.title ?? core('trouble.title'))}</h2>
      <p>{problem.code === 'offline' ? core('offline.text') : (problem.detail ?? core('trouble.text'))}</p>
      {problem.errors.length > 0 && (
        <ul class="trouble-list">
          {problem.errors.map(({ pointer, detail, code }) => <li key={pointer}><code>{pointer}</code> {detail ?? code}</li>)}
        </ul>
      )}
      {retry && (
        <button type="button" class="button quiet" onClick={retry}>
          {core('retry')}
        </button>
      )}
    </div>
  );
}

/** A whole screen that waits or could not be loaded. */
export function Waiting({ title, problem, retry }: { title: string; problem: Problem | null; retry: () => void }) {
  // what takes seconds is a page of its own, with a heading to find
  if (!problem) return asking.value > 0 ? <Page title={title}><Busy /></Page> : <Busy />;
  if (problem.status === 404) return <Missing />;
  return (
    <Page title={title}>
      <Trouble problem={problem} retry={retry} />
    </Page>
  );
}

export function Missing() {
  return (
    <Page title={core('missing.title')} lead={core('missing.text')}>
      <p>
        <a class="button" href={at('/')}>
          {core('missing.home')}
        </a>
      </p>
    </Page>
  );
}

/** A screen in a file of its own, fetched when it is first needed. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [, ready] = useState(false);
    const [failed, setFailed] = useState(false);
    const [begun] = useState(announce);
    useEffect(() => {
      if (loaded) {
        begun();
        return;
      }
      counted(load()).then(
        (component) => {
          loaded = component;
          ready(true);
        },
        () => setFailed(true),
      );
      begun();
    }, []);
    if (loaded) {
      const Component = loaded;
      return <Component {...props} />;
    }
    return failed ? <Trouble problem={OFFLINE} retry={() => location.reload()} /> : <Busy />;
  };
}
