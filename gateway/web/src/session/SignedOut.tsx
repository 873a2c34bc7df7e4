import { Page } from '../shared/Page';
import { at } from '../i18n/language';
import { elsewhere } from './signingOut';
import { say } from './texts';

/** Signed out here; at the organisation one may still be in. */
export function SignedOut() {
  return (
    <Page class="narrow" title={say('out.title')} lead={say('out.text')}>
      {elsewhere.value && (
        <div class="notice">
          <p>{say('out.elsewhere')}</p>
          <a class="button" href={elsewhere.value} rel="noreferrer">{say('out.elsewhere.go')}</a>
        </div>
      )}
      <p class="actions after"><a class="button primary" href={at('/')}>{say('out.home')}</a></p>
    </Page>
  );
}
