import { inContent } from '../i18n/language';
import { memo } from '../shared/memo';
import type { Choice, Question } from './questions';
import { say } from './texts';

interface Props {
  question: Question;
  number: number;
  total: number;
  choice: Choice | undefined;
  marked: boolean;
  comment: string;
  onChoose: (question: Question, choice: Choice, moveOn: boolean) => void;
  onComment: (area: string, text: string) => void;
}

const MAXIMUM_COMMENT = 500;

/** One question as a card with native radios. Arrow keys choose without moving on; a tap moves on. */
export const Card = memo(function Card({ question, number, total, choice, marked, comment, onChoose, onComment }: Props) {
  const name = `question-${question.id}`;
  const option = (value: Choice, label: string, key: number, kind: string) => (
    <label
      key={String(value)}
      class={kind}
      onClick={(event) => {
        // a real tap or click counts its presses; keyboard and arrow activation has none
        if (event.target instanceof HTMLInputElement && event.detail === 0) return;
        if (event.detail > 0) onChoose(question, value, true);
      }}
    >
      <input
        type="radio"
        name={name}
        value={value === null ? 'dont-know' : String(value)}
        checked={choice === value}
        onChange={() => onChoose(question, value, false)}
      />
      <span class="option-text" {...inContent()}>{label}</span>
      <kbd aria-hidden="true">{key}</kbd>
    </label>
  );
  return (
    <fieldset
      class={`card question ${question.kind}${choice === undefined ? '' : ' answered'}${marked ? ' marked' : ''}`}
      id={name}
      data-question={question.id}
      aria-describedby={marked ? `${name}-error` : undefined}
    >
      <legend>
        <span class="question-number">{say('question.number', { number, total })}</span>
        <span class="question-text" {...inContent()}>{question.text}</span>
        {question.description && <span class="question-description" {...inContent()}>{question.description}</span>}
      </legend>
      {marked && (
        <p class="field-error" id={`${name}-error`}>
          {say('question.open')}
        </p>
      )}
      <div class="options">
        {question.options.map(({ value, label }, index) => option(value, label, index + 1, 'option'))}
      </div>
      <div class="options apart">{option(null, question.dontKnow, 0, 'option dont-know')}</div>
      {question.kind === 'coverage' && (
        <details class="remark" open={comment !== ''}>
          <summary>{say('remark.add')}</summary>
          <label for={`${name}-remark`}>{say('remark.label')}</label>
          <p class="hint" id={`${name}-remark-hint`}>
            {say('remark.hint')}
          </p>
          <textarea
            dir="auto"
            id={`${name}-remark`}
            rows={3}
            maxLength={MAXIMUM_COMMENT}
            aria-describedby={`${name}-remark-hint`}
            value={comment}
            onInput={(event) => onComment(question.id, event.currentTarget.value)}
          />
        </details>
      )}
    </fieldset>
  );
});
