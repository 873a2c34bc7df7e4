import type { RefObject } from 'preact';
import type { Question } from './questions';
import { say } from './texts';

/** What is still open, each a way to get there; it takes the focus when it appears. */
export function ErrorSummary({ box, open, list, onReach }: {
  box: RefObject<HTMLDivElement | null>;
  open: Question[];
  list: Question[];
  onReach: (id: string) => void;
}) {
  return (
    <div class="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say('errors.title', { n: open.length })}</h2>
      <p>{say('errors.hint')}</p>
      <ul>
        {open.map((question) => (
          <li key={question.id}>
            <button type="button" class="as-link" onClick={() => onReach(question.id)}>
              {list.indexOf(question) + 1}. {question.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
