import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { forgetRound, type KnownTeam } from '../device/organisers';
import { go } from '../router';
import { Ask } from './Ask';
import { say } from './texts';

/** Deletes a round with all that hangs on it, at once. */
export function DeleteRound({ team, round }: { team: KnownTeam; round: Round }) {
  const remove = async () => {
    await organiser.deleteRound(team.token, round.id);
    forgetRound(team.id, round.id);
    go(`/#/team/${team.id}`);
  };
  return (
    <section class="leaving" aria-labelledby="delete-round-title">
      <h2 id="delete-round-title">{say('round.delete.heading')}</h2>
      <p class="hint">{say('round.delete.hint')}</p>
      <Ask quiet label={say('round.delete')} title={say('round.delete.title')} yes={say('round.delete.yes')} busy={say('round.delete.busy')} onYes={remove}>
        <p>{round.turnout.n === 0 ? say('round.delete.none') : say('round.delete.sure', { n: round.turnout.n })}</p>
        <p>{say('round.delete.rest')}</p>
      </Ask>
    </section>
  );
}
