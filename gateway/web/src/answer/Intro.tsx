import type { Instrument, Participation } from '../api/model';
import { EVERYTHING, questions } from './questions';
import { say } from './texts';

/** What is asked, who sees what, and the promise, before the first question. */
export function Intro({ round, instrument }: { round: Participation | null; instrument: Instrument }) {
  const count = questions(instrument, round?.initiatives ?? EVERYTHING, '').length;
  if (!round) {
    return (
      <div class="intro">
        <p class="lead">{say('intro.preview')}</p>
      </div>
    );
  }
  return (
    <div class="intro">
      <p class="lead">{say('intro', { count, n: instrument.minutes })}</p>
      <Vow round={round} />
    </div>
  );
}

/** The promise in one line, and all of it when it is opened. */
export function Vow({ round }: { round: Participation }) {
  return (
    <details class="promise card">
      <summary>
        <svg class="promise-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M12 2.5 4.5 5.5v6c0 5 3.2 8.5 7.5 10 4.3-1.5 7.5-5 7.5-10v-6Z" />
          <path class="tick" d="m8.5 12 2.5 2.5 4.5-5" />
        </svg>
        <span>
          <strong>{say('promise.title')}</strong> {say(round.live === 'batches' ? 'promise.short.batches' : 'promise.short', { k: round.k, size: round.size })}
        </span>
      </summary>
      <ul>
        {round.promise.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
        <li>{round.memberResults === 'after-close' ? say('promise.results') : say('promise.noResults')}</li>
      </ul>
    </details>
  );
}
