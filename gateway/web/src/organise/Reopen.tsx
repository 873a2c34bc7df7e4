import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import type { KnownTeam } from '../device/organisers';
import { Ask } from './Ask';
import type { Outcome } from './outcome';
import { say } from './texts';

interface Props {
  team: KnownTeam;
  round: Round;
  outcome: Outcome;
  reload: () => void;
}

/** Opens a round again so that what is held back can be shown: what it takes, and what it changes meanwhile. */
export function Reopen({ team, round, outcome: { released, heldBack, more, missing, enlarge }, reload }: Props) {
  const reopen = async () => {
    await organiser.reopen(team.token, round.id);
    reload();
  };
  return (
    <Ask harmless label={say('held.reopen')} title={say('reopen.title')} yes={say('reopen.yes')} busy={say('reopen.busy')} onYes={reopen}>
      <ul class="marks">
        <li>{say('reopen.needs', { n: more, held: heldBack })}</li>
        <li>{enlarge > 0 ? say('reopen.noRoom', { n: missing, more: enlarge }) : say('reopen.room', { n: missing })}</li>
        <li>{say('reopen.again')}</li>
        {released > 0 && <li>{say(round.memberResults === 'after-close' ? 'reopen.meanwhile' : 'reopen.meanwhile.shares')}</li>}
        <li>{say(released > 0 ? 'reopen.close' : 'reopen.close.first')}</li>
      </ul>
    </Ask>
  );
}

/** Answers that are in and yet not shown: how many, why, and what would show them. */
export function HeldBack({ team, round, outcome, reload }: Props) {
  return (
    <section class="notice held-back" aria-labelledby="held-title">
      <h2 class="notice-title" id="held-title">{say('held.title', { n: outcome.heldBack })}</h2>
      <p>{say('held.text', { k: round.k })}</p>
      <p>{say('held.more', { n: outcome.more })} {outcome.kind === 'short' && verdictToo(outcome)}</p>
      <Reopen team={team} round={round} outcome={outcome} reload={reload} />
    </section>
  );
}

/** Whether those that are missing to show what is held back are enough for a verdict as well. */
function verdictToo({ more, forVerdict }: Outcome): string {
  return forVerdict > more ? say('held.verdict', { n: forVerdict }) : say('held.verdict.too');
}
