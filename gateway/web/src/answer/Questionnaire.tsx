import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Instrument } from '../api/model';
import { inContent } from '../i18n/language';
import { keep, recall } from '../device/store';
import { Card } from './Card';
import { freshDraft, type Draft } from './drafts';
import { ErrorSummary } from './ErrorSummary';
import { ProgressBar } from './ProgressBar';
import { answered, choiceOfKey, missing, nextOpen, questions, type Choice, type Question } from './questions';
import { say } from './texts';

const DIGITS = 'rolewise.digit-keys';

interface Props {
  instrument: Instrument;
  initiatives: number;
  draft: Draft;
  preview: boolean;
  sending: boolean;
  kept: boolean;
  onDraft: (draft: Draft) => void;
  onSend: (list: Question[]) => void;
  onDelete: () => void;
}

function reach(id: string): void {
  const card = document.getElementById(`question-${id}`);
  const radio = card?.querySelector<HTMLInputElement>('input:checked, input');
  radio?.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  card?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** The questions in one scroll, the progress bar above them, and the way out below. */
export function Questionnaire({ instrument, initiatives, draft, preview, sending, kept, onDraft, onSend, onDelete }: Props) {
  const list = useMemo(() => questions(instrument, initiatives, draft.seed), [instrument, initiatives, draft.seed]);
  const [complained, setComplained] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [digits, setDigits] = useState(recall<boolean>(DIGITS) ?? true);
  const summary = useRef<HTMLDivElement>(null);
  const send = useRef<HTMLButtonElement>(null);
  const state = useRef({ draft, list });
  state.current = { draft, list };

  const moveOn = (from: string) => {
    const next = nextOpen(state.current.list, state.current.draft.choices, from);
    if (next) reach(next.id);
    else send.current?.focus();
  };

  const choose = useCallback((question: Question, choice: Choice, move: boolean) => {
    const before = state.current.draft;
    const after = { ...before, choices: { ...before.choices, [question.id]: choice } };
    state.current = { ...state.current, draft: after };
    onDraft(after);
    if (move) requestAnimationFrame(() => moveOn(question.id));
  }, [onDraft]);

  const comment = useCallback((area: string, text: string) => {
    const before = state.current.draft;
    onDraft({ ...before, comments: { ...before.comments, [area]: text } });
  }, [onDraft]);

  useEffect(() => {
    if (!digits) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest('textarea, select, input:not([type=radio])')) return;
      const { draft: now, list: all } = state.current;
      const focused = target.closest<HTMLElement>('[data-question]')?.dataset.question;
      const question = all.find(({ id }) => id === focused) ?? nextOpen(all, now.choices, null);
      const pressed = question && choiceOfKey(question, event.key);
      if (!question || !pressed) return;
      event.preventDefault();
      choose(question, pressed.choice, true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [digits, choose]);

  const open = missing(list, draft.choices);
  const done = list.length - open.length;
  useEffect(() => {
    if (complained && open.length > 0) summary.current?.focus();
  }, [complained]);

  const sections = [
    { kind: 'item', title: instrument.stem, hint: say('section.items') },
    { kind: 'coverage', title: instrument.coverage.question, hint: say('section.coverage') },
    { kind: 'scenario', title: say('section.scenarios.title'), hint: say('section.scenarios') },
  ] as const;

  return (
    <form
      class="questionnaire"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (preview || sending) return;
        if (open.length > 0) {
          setComplained(true);
          summary.current?.focus();
          return;
        }
        onSend(list);
      }}
    >
      <ProgressBar done={done} total={list.length} onNext={() => (open[0] ? reach(open[0].id) : send.current?.focus())} />
      <label class="check digits-switch">
        <input
          type="checkbox"
          checked={digits}
          onChange={(event) => {
            setDigits(event.currentTarget.checked);
            keep(DIGITS, event.currentTarget.checked);
          }}
        />
        <span>{say('digits')}</span>
      </label>
      {complained && open.length > 0 && <ErrorSummary box={summary} open={open} list={list} onReach={reach} />}
      {sections.map(({ kind, title, hint }) => (
        <section key={kind} class="question-section" aria-labelledby={`section-${kind}`}>
          <div class="section-head">
            <h2 id={`section-${kind}`} {...(kind === 'scenario' ? {} : inContent())}>{title}</h2>
            <p>{hint}</p>
          </div>
          {list.map((question, index) =>
            question.kind === kind ? (
              <Card
                key={question.id}
                question={question}
                number={index + 1}
                total={list.length}
                choice={draft.choices[question.id]}
                marked={complained && !answered(draft.choices, question)}
                comment={draft.comments[question.id] ?? ''}
                onChoose={choose}
                onComment={comment}
              />
            ) : null,
          )}
        </section>
      ))}
      <div class="send card">
        <h2>{open.length === 0 ? say('send.ready') : say('send.open', { n: open.length })}</h2>
        <p>{preview ? say('send.preview') : say('send.once')}</p>
        {!preview && (
          <button ref={send} type="submit" class="button primary big" aria-disabled={sending}>
            {sending ? say('send.busy') : say('send')}
          </button>
        )}
        <p class="draft-line">{kept ? say('draft.kept') : say('draft.lost')}</p>
        {done > 0 && !deleting && (
          <button type="button" class="button quiet" onClick={() => setDeleting(true)}>
            {say('draft.delete')}
          </button>
        )}
        {deleting && (
          <div class="confirm" role="group" aria-label={say('draft.delete')}>
            <p>{say('draft.delete.sure')}</p>
            <button type="button" class="button danger" ref={(button) => button?.focus()} onClick={() => { setDeleting(false); setComplained(false); onDelete(); }}>
              {say('draft.delete.yes')}
            </button>
            <button type="button" class="button quiet" onClick={() => setDeleting(false)}>
              {say('draft.delete.no')}
            </button>
          </div>
        )}
      </div>
    </form>
  );
}

/** For the preview: answers that go nowhere. */
export function scratchDraft(instrument: Instrument): Draft {
  return { ...freshDraft(instrument.hash), seed: 'preview' };
}
