import { go } from '../router';
import { Page } from '../shared/Page';
import { comeBack, leave } from './leaving';
import { say } from './texts';

/** Nobody was signed in: what happened, and the two ways on. */
export function Refused({ why }: { why: 'failed' | 'cancelled' | 'unavailable' }) {
  return (
    <Page class="narrow" title={say(`refused.${why}.title`)} lead={say(`refused.${why}.text`)}>
      <p class="actions">
        <button type="button" class="button primary" onClick={() => leave()}>{say('refused.again')}</button>
        <button type="button" class="button quiet" onClick={() => go(comeBack() ?? '/', 'replace')}>{say('refused.back')}</button>
      </p>
    </Page>
  );
}
