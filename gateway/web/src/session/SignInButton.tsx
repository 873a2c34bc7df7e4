import { leave } from './leaving';
import { say } from './texts';

/** The way to the organisation's own page, and what happens there. */
export function SignInButton({ label = say('signIn.organisation'), errand, big = false }: { label?: string; errand?: string; big?: boolean }) {
  return (
    <div class="sign-in">
      <button type="button" class={big ? 'button primary big' : 'button primary'} onClick={() => leave(errand)}>{label}</button>
      <p class="hint">{say('leaving')}</p>
    </div>
  );
}
