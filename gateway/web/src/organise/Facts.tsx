import type { Round } from '../api/model';
import { core } from '../i18n/core';
import { asMoment } from '../i18n/texts';
import { say } from './texts';

/** What was agreed when the round opened. */
export function Facts({ round }: { round: Round }) {
  return (
    <dl class="facts">
      <div><dt>{say('fact.k')}</dt><dd>{say('fact.k.value', { n: round.k })}</dd></div>
      <div><dt>{say('fact.deadline')}</dt><dd>{round.deadline ? asMoment(round.deadline) : say('fact.noDeadline')}</dd></div>
      <div><dt>{say('fact.while')}</dt><dd>{say(`while.${round.live}`)}</dd></div>
      <div><dt>{say('fact.results')}</dt><dd>{round.memberResults === 'after-close' ? say('results.all') : say('results.none')}</dd></div>
      <div><dt>{core('way')}</dt><dd>{core(`way.${round.entry}`)}</dd></div>
    </dl>
  );
}
