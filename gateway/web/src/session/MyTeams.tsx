import { teams as known } from '../device/organisers';
import { Page } from '../shared/Page';
import { Busy, Trouble, useDocument } from '../shared/loading';
import { ClaimForm } from './ClaimForm';
import { SignInButton } from './SignInButton';
import { askSession, useSession } from './session';
import { say } from './texts';

/** The teams of whoever is signed in, and how more of them become theirs. */
export function MyTeams() {
  const session = useSession();
  // another tab or device may have changed the list since this page was loaded
  const { problem, reload } = useDocument(askSession, 'teams');
  if (!session) return problem ? <Page title={say('teams.title')}><Trouble problem={problem} retry={reload} /></Page> : <Busy />;
  if (!session.signedIn) {
    const links = session.mode === 'links';
    return (
      <Page class="narrow" title={say('teams.title')} lead={links ? say('teams.links') : say('teams.signIn')}>
        {links ? <p class="actions"><a class="button" href="/#/recover">{say('gate.recover')}</a></p> : <SignInButton big />}
      </Page>
    );
  }
  return (
    <Page class="teams" title={say('teams.title')} lead={say('teams.lead')}>
      {session.teams.length === 0 && <p class="hint">{say('teams.none')}</p>}
      <ul class="team-list">
        {session.teams.map(({ id, name }) => (
          <li key={id} class="card"><a href={`/#/team/${id}`}><bdi>{name}</bdi></a></li>
        ))}
      </ul>
      <p class="actions"><a class="button primary" href="/new">{say('teams.new')}</a></p>
      <ClaimForm mode={session.mode} linked={known.value.filter(({ id, own }) => !own && !session.teams.some((team) => team.id === id))} />
    </Page>
  );
}
