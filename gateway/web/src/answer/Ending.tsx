import type { ComponentChildren } from 'preact';
import type { Participation } from '../api/model';
import { at } from '../i18n/language';
import { asMoment } from '../i18n/texts';
import { Page } from '../shared/Page';
import { say } from './texts';
import { resultsOf, type Way } from './visit';

export type End = 'received' | 'before' | 'answered' | 'arrived' | 'closed' | 'full' | 'spent' | 'unknown';

interface Props {
  end: End;
  receipt?: string;
  /** the round and the way in, where they are known: they decide what comes next */
  round?: Participation | null;
  way?: Way;
  again?: () => void;
  after?: ComponentChildren;
}

/** Where answering ends, well or not: what happened and what one can do now. */
export function Ending({ end, receipt, round, way = 'link', again, after }: Props) {
  const good = end === 'received' || end === 'before' || end === 'answered' || end === 'arrived';
  return (
    <EndPage good={good} title={say(`end.${end}.title`)} lead={say(`end.${end}.text`)}>
      {receipt && (
        <p class="receipt">
          {say('receipt')} <code data-testid="receipt">{receipt}</code>
        </p>
      )}
      {good && round && <WhatNext round={round} way={way} />}
      {end === 'closed' && round && <p class="notice">{say(`closed.${resultsOf(round, way)}`)}</p>}
      {end === 'full' && <p class="notice">{say('end.full.kept')}</p>}
      {end === 'received' && <p>{say('end.received.close')}</p>}
      {end === 'unknown' && (
        <p>
          <a class="button" href="/#/k">
            {say('end.unknown.code')}
          </a>
        </p>
      )}
      {again && (
        <p>
          <button type="button" class="button quiet" onClick={again}>
            {say('end.again')}
          </button>
        </p>
      )}
      {after}
    </EndPage>
  );
}

/** The last page of a visit, with the mark that closes it. */
export function EndPage({ good, title, lead, children }: { good: boolean; title: string; lead: string; children?: ComponentChildren }) {
  return (
    <Page class={`ending ${good ? 'good' : ''}`} title={title} lead={lead}>
      <svg class="ending-mark" viewBox="0 0 96 40" aria-hidden="true" focusable="false">
        <circle class="product" cx="16" cy="20" r="12" />
        <rect class="project" x="36" y="8" width="24" height="24" rx="4" />
        <path class={good ? 'programme' : 'programme open'} d="M80 6 94 20 80 34 66 20Z" />
      </svg>
      {children}
      <p>
        <a href={at('/')}>{say('end.learn')}</a>
      </p>
    </Page>
  );
}

/** Until the round closes: who sees what meanwhile, and how the report will be found. */
function WhatNext({ round, way }: { round: Participation; way: Way }) {
  return (
    <section class="what-next" aria-labelledby="next-title">
      <h2 id="next-title">{say('next.title')}</h2>
      <ul>
        <li>{say(round.live === 'batches' ? 'next.batches' : 'next.turnout', { k: round.k })}</li>
        <li>
          {say(`next.${resultsOf(round, way)}`)} {round.deadline && say('next.deadline', { moment: asMoment(round.deadline) })}
        </li>
      </ul>
    </section>
  );
}
