import { useState } from 'preact/hooks';
import { OFFLINE, Problem } from '../api/problem';
import { Trouble } from '../shared/loading';
import { signOut, useSession } from './session';
import { say } from './texts';

/** After answering: on a shared device one would rather not stay signed in. */
export function SignOutHere() {
  const session = useSession();
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const out = () => signOut().then(() => setDone(true), (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE));
  if (done) return <p class="said" role="status">{say('after.done')}</p>;
  if (!session?.signedIn) return null;
  return (
    <div class="after-answer">
      <p>{say('after.text')}</p>
      <button type="button" class="button quiet" onClick={() => void out()}>{say('after.out')}</button>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
