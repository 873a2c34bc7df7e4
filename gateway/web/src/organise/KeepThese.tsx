import { showTicket } from '../answer/tickets';
import { dropRecoveryCode, type KnownTeam } from '../device/organisers';
import { CopyField } from '../shared/CopyField';
import { say } from './texts';

export function organiserLink(team: KnownTeam): string {
  return team.link ?? `${location.origin}/#/o/${team.token}`;
}

/** The two secrets of an organiser; the recovery code goes from the device once it is kept elsewhere. */
export function KeepThese({ team }: { team: KnownTeam }) {
  // a team of one's own opens by signing in; its link can be shown only while it is new
  if (team.own && !team.link) return null;
  const how = team.recoveryCode ? (team.own ? say('keep.own') : say('keep.text')) : say('keep.linkOnly');
  return (
    <section class="card keep" aria-labelledby="keep-title">
      <h2 id="keep-title">{team.recoveryCode ? say('keep.title') : say('keep.titleOnly')}</h2>
      <p>{how}</p>
      <CopyField label={say('keep.link')} value={organiserLink(team)} hint={say('keep.link.hint')} />
      {team.recoveryCode && (
        <>
          <CopyField label={say('keep.code')} value={showTicket(team.recoveryCode)} hint={say('keep.code.hint')} />
          <button type="button" class="button" onClick={() => dropRecoveryCode(team.id)}>{say('keep.done')}</button>
        </>
      )}
    </section>
  );
}
