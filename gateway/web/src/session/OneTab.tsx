import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { turnPage } from '../router';
import { Page } from '../shared/Page';
import { Busy } from '../shared/loading';
import { say } from './texts';

/** Lets one tab of a browser work on a draft at a time: two would write over one another's answers. */
export function OneTab({ name, children }: { name: string; children: ComponentChildren }) {
  const [turn, setTurn] = useState<'asking' | 'ours' | 'theirs'>('asking');
  const release = useRef(() => {});
  const take = (how: LockOptions) => {
    // missing outside of secure contexts, where nobody can sign in either
    if (!navigator.locks) return setTurn('ours');
    navigator.locks
      .request(name, how, (lock) => {
        setTurn(lock ? 'ours' : 'theirs');
        return lock ? new Promise<void>((done) => { release.current = done; }) : undefined;
      })
      // another tab has taken over
      .catch(() => setTurn('theirs'));
  };
  useEffect(() => {
    take({ ifAvailable: true });
    return () => release.current();
  }, [name]);
  if (turn === 'ours') return <>{children}</>;
  if (turn === 'asking') return <Busy />;
  return (
    <Page class="narrow" title={say('drawn.tab.title')} lead={say('drawn.tab.text')}>
      <p><button type="button" class="button primary" onClick={() => { turnPage(); take({ steal: true }); }}>{say('drawn.tab.go')}</button></p>
    </Page>
  );
}
