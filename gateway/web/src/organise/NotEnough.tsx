import type { Round } from '../api/model';
import type { KnownTeam } from '../device/organisers';
import { Message } from './Message';
import type { Outcome } from './outcome';
import { Reopen } from './Reopen';
import { askAgain, askAgainWithCodes, say } from './texts';
import { useMinutes } from './time';

interface Props {
  team: KnownTeam;
  round: Round;
  outcome: Outcome;
  reload: () => void;
}

/** A round that ended with too little: how much is missing, whom to ask, and the way on. */
export function NotEnough({ team, round, outcome, reload }: Props) {
  const { kind, released, heldBack, more, needed, forVerdict, missing } = outcome;
  const link = team.rounds[round.id]?.memberLink;
  const minutes = useMinutes(round);
  return (
    <section class="card not-enough" aria-labelledby="not-enough-title" data-testid="not-enough">
      <h2 id="not-enough-title">{say(`few.${kind === 'shown' ? 'short' : kind}.title`)}</h2>
      {kind === 'hidden' && <p>{say('few.hidden.text', { n: heldBack, k: round.k })}</p>}
      {kind === 'nobody' && <p>{say('few.nobody.text')}</p>}
      {kind === 'short' && <p>{say('few.short.text', { n: released, needed })}</p>}
      {kind === 'hidden' && (
        <>
          <h3>{say('few.needed')}</h3>
          <dl class="needed">
            <div><dt>{say('few.needed.figures')}</dt><dd>{say('few.needed.count', { n: more, all: round.k })}</dd></div>
            <div><dt>{say('few.needed.verdict')}</dt><dd>{say('few.needed.count', { n: forVerdict, all: round.turnout.n + forVerdict })}</dd></div>
          </dl>
          <Reopen team={team} round={round} outcome={outcome} reload={reload} />
          <h3>{say('few.ask')}</h3>
          <p>{say('few.ask.text', { n: missing })}</p>
          {round.entry === 'tickets' ? (
            <Message texts={askAgainWithCodes} params={{ team: team.name, n: forVerdict }} minutes={minutes} label={say('few.message')} />
          ) : (
            link && <Message texts={askAgain} params={{ team: team.name, n: forVerdict, link }} minutes={minutes} label={say('few.message')} />
          )}
        </>
      )}
      {kind !== 'hidden' && (
        <p class="actions"><a class="button primary" href={`/#/team/${team.id}/new`}>{say('team.new')}</a></p>
      )}
    </section>
  );
}
