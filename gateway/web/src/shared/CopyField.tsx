import { useId, useRef, useState } from 'preact/hooks';
import { copy } from '../device/copying';
import { core } from '../i18n/core';

/** A text to pass on: visible, selectable, and one button to copy it. */
export function CopyField({ label, value, hint, lines = 1 }: { label: string; value: string; hint?: string; lines?: number }) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const onCopy = async () => {
    if (await copy(value)) {
      setSaid(core('copied'));
    } else {
      field.current?.focus();
      field.current?.select();
      setSaid(core('copy.byHand'));
    }
  };
  return (
    <div class="field copy-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={lines > 1 ? 'copy-stack' : 'copy-row'}>
        {lines > 1 ? (
          <textarea id={id} ref={field} rows={lines} readOnly value={value} aria-describedby={hint ? `${id}-hint` : undefined} />
        ) : (
          <input id={id} ref={field} type="text" readOnly value={value} aria-describedby={hint ? `${id}-hint` : undefined} onFocus={(event) => event.currentTarget.select()} />
        )}
        <button type="button" class="button" onClick={onCopy}>
          {core('copy')}
          <span class="off-screen"> {label}</span>
        </button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}
