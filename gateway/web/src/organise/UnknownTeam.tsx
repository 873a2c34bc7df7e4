import { Page } from '../shared/Page';
import { say } from './texts';

/** The device does not know this team: the way back in. */
export function UnknownTeam() {
  return (
    <Page class="narrow" title={say('unknown.title')} lead={say('unknown.text')}>
      <p class="actions"><a class="button primary" href="/#/recover">{say('recover.title')}</a><a href="/new">{say('create.title')}</a></p>
    </Page>
  );
}
