import { place } from '../router';
import { leave } from './leaving';
import { ended, session } from './session';
import { say } from './texts';

/** The session ended while somebody was working: nothing is lost, and the way back in. */
export function EndedNotice() {
  const here = place.value;
  const canDoWithout = session.value?.mode === 'both' && here.fragment === null && here.path[0] === 'new';
  return (
    <section class="ended" role="alert" aria-labelledby="ended-title">
      <div class="ended-inner">
        <div>
          <h2 id="ended-title" class="notice-title">{say('ended.title')}</h2>
          <p>{say('ended.text')}</p>
        </div>
        <p class="actions">
          <button type="button" class="button primary" onClick={() => leave()}>{say('signIn.again')}</button>
          <button type="button" class="button quiet" onClick={() => { ended.value = false; }}>{canDoWithout ? say('ended.without') : say('ended.hide')}</button>
        </p>
      </div>
    </section>
  );
}
