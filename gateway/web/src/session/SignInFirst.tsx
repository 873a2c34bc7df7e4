import { Page } from '../shared/Page';
import { SignInButton } from './SignInButton';
import { say } from './texts';

/** Where a link alone starts no team: why, and the way in. */
export function SignInFirst() {
  return (
    <Page class="narrow" title={say('create.title')} lead={say('create.lead')}>
      <SignInButton big />
      <p><a href="/questionnaire">{say('create.preview')}</a></p>
    </Page>
  );
}
