import { useRef, useState } from 'preact/hooks';
import { go } from '../router';
import { Page } from '../shared/Page';
import { say } from './texts';
import { readTicket } from './tickets';

/** For somebody who came with a code on paper. */
export function TicketEntry({ team }: { team?: string }) {
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Page
      class="narrow"
      title={say('code.title')}
      lead={team ? say('code.team', { team }) : say('code.lead')}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const code = readTicket(field.current?.value ?? '');
          setWrong(code === null);
          if (code) go(`/#/k/${code}`);
          else field.current?.focus();
        }}
      >
        <div class={wrong ? 'field wrong' : 'field'}>
          <label for="ticket-code">{say('code.label')}</label>
          <p class="hint" id="ticket-hint">{say('code.hint')}</p>
          {wrong && <p class="field-error" id="ticket-error">{say('code.wrong')}</p>}
          <input
            ref={field}
            id="ticket-code"
            class="code"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={wrong ? 'ticket-error ticket-hint' : 'ticket-hint'}
            aria-invalid={wrong}
          />
        </div>
        <button type="submit" class="button primary">{say('code.go')}</button>
      </form>
    </Page>
  );
}
