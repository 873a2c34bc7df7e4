import { Page } from '../shared/Page';
import { say } from './texts';

export type End = 'received' | 'before' | 'arrived' | 'closed' | 'full' | 'spent' | 'unknown';

interface Props {
  end: End;
  receipt?: string;
  team?: string;
  results?: string | null;
  again?: () => void;
}

/** Where answering ends, well or not: what happened and what one can do now. */
export function Ending({ end, receipt, results, again }: Props) {
  const good = end === 'received' || end === 'before' || end === 'arrived';
  return (
    <Page class={`ending ${good ? 'good' : ''}`} title={say(`end.${end}.title`)} lead={say(`end.${end}.text`)}>
      <svg class="ending-mark" viewBox="0 0 96 40" aria-hidden="true" focusable="false">
        <circle class="product" cx="16" cy="20" r="12" />
        <rect class="project" x="36" y="8" width="24" height="24" rx="4" />
        <path class={good ? 'programme' : 'programme open'} d="M80 6 94 20 80 34 66 20Z" />
      </svg>
      {receipt && (
        <p class="receipt">
          {say('receipt')} <code data-testid="receipt">{receipt}</code>
        </p>
      )}
      {results && (
        <p>
          <a class="button primary" href={results}>
            {say('end.results')}
          </a>
        </p>
      )}
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
      <p>
        <a href="/">{say('end.learn')}</a>
      </p>
    </Page>
  );
}
