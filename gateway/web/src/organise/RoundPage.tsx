import { organiser } from '../api/operations';
import { knownTeam } from '../device/organisers';
import { asDate } from '../i18n/texts';
import { Naming } from '../shared/Naming';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { ClosedRound } from './ClosedRound';
import { DeleteRound } from './DeleteRound';
import { Facts } from './Facts';
import { KeepThese } from './KeepThese';
import { OpenRound } from './OpenRound';
import { say } from './texts';
import { UnknownTeam } from './UnknownTeam';

/** The organiser's view of one round: while it is open who is still to answer, afterwards what came of it. */
export function RoundPage({ team: teamId, round: roundId }: { team: string; round: string }) {
  const team = knownTeam(teamId);
  const { data: round, problem, reload } = useDocument(() => organiser.round(team?.token ?? '', roundId), `round/${roundId}`);
  if (!team) return <UnknownTeam />;
  if (!round) return <Waiting title={team.name} problem={problem} retry={reload} />;
  return (
    <Page
      class="round"
      title={say('round.title', { team: team.name })}
      heading={<Naming sentence={say('round.title')} team={team.name} />}
      lead={round.closedOn ? say('round.closed', { opened: asDate(round.openedOn), closed: asDate(round.closedOn) }) : say('round.opened', { date: asDate(round.openedOn) })}
      eyebrow={<a href={`/#/team/${team.id}`}>{say('team.back')}</a>}
    >
      {round.state === 'open' ? <OpenRound key="open" team={team} round={round} reload={reload} /> : <ClosedRound key="closed" team={team} round={round} reload={reload} />}
      <Facts round={round} />
      {team.recoveryCode && <KeepThese team={team} />}
      <DeleteRound team={team} round={round} />
    </Page>
  );
}
