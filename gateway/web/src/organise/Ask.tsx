import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { OFFLINE, Problem } from '../api/problem';
import { Trouble } from '../shared/loading';
import { say } from './texts';

interface Props {
  /** the button that asks first */
  label: string;
  /** what is asked, as a heading */
  title: string;
  /** what it means, in plain words */
  children: ComponentChildren;
  yes: string;
  busy: string;
  no?: string;
  quiet?: boolean;
  /** whether a yes can be taken back */
  harmless?: boolean;
  class?: string;
  onYes: () => Promise<void>;
}

/** Something that is done only after a question in the page: what it means, yes, and no. */
export function Ask({ label, title, children, yes, busy: doing, no = say('cancel'), quiet = false, harmless = false, class: name = '', onYes }: Props) {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const leave = () => {
    setAsking(false);
    setProblem(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onYes();
      setAsking(false);
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
    }
    setBusy(false);
  };
  if (!asking) {
    return (
      <p class={`ask ${name}`}>
        <button ref={opener} type="button" class={quiet ? 'button quiet' : 'button'} onClick={() => setAsking(true)}>{label}</button>
      </p>
    );
  }
  return (
    <section class={`confirm asking ${harmless ? 'harmless' : ''} ${name}`} aria-labelledby={id}>
      <h3 id={id} ref={question} tabIndex={-1}>{title}</h3>
      {children}
      <p class="actions">
        <button type="button" class={harmless ? 'button primary' : 'button danger'} aria-disabled={busy} onClick={() => void go()}>{busy ? doing : yes}</button>
        <button type="button" class="button quiet" onClick={leave}>{no}</button>
      </p>
      {problem && <Trouble problem={problem} />}
    </section>
  );
}
