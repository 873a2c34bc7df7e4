import type { Round } from '../api/model';
import { next, type Next } from './batches';
import type { Live } from './liveTurnout';
import { say } from './texts';

/** What the scores in between rest on, and when they can change next. */
export function Scores({ round, live, shown }: { round: Round; live: Live; shown: number }) {
  const standing = { n: live.n, size: live.size, k: round.k, shown };
  const coming = next(standing);
  return (
    <section class="card scores" aria-labelledby="scores-title" data-testid="scores">
      <h2 id="scores-title">{say('scores.title')}</h2>
      <p>{shown === 0 ? say('scores.none') : say('scores.basis', { n: shown })}</p>
      <p role="status">{sentence(coming, shown, live.size, round.k)}</p>
      {coming.kind === 'at' && coming.skipped > 0 && <p class="hint">{say('scores.skipped', { n: coming.skipped, k: round.k })}</p>}
      <p class="hint">{say('scores.why', { k: round.k })}</p>
    </section>
  );
}

function sentence(coming: Next, shown: number, size: number, k: number): string {
  switch (coming.kind) {
    case 'due': return say('scores.due');
    case 'never': return coming.left === 0 ? say('scores.complete') : say('scores.never', { n: coming.left, k });
    default:
      if (coming.skipped > 0) return say(shown === 0 ? 'scores.everyone.first' : 'scores.everyone', { n: coming.more });
      return say(shown === 0 ? 'scores.first' : 'scores.next', { n: coming.more, at: coming.n, size });
  }
}
