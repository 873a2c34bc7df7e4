import { say } from './texts';

/** Stays in sight: how far, and one tap to the next open question. */
export function ProgressBar({ done, total, onNext }: { done: number; total: number; onNext: () => void }) {
  return (
    <div class="progress">
      <div class="progress-inner">
        <p class="progress-count" role="status" data-testid="progress">
          {say('progress', { done, total })}
        </p>
        <svg class="progress-track" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="track" width="100" height="4" rx="2" />
          <rect class="bar" width={total === 0 ? 0 : (100 * done) / total} height="4" rx="2" />
        </svg>
        <button type="button" class="button small" onClick={onNext}>
          {done === total ? say('progress.send') : say('progress.next')}
        </button>
      </div>
    </div>
  );
}
