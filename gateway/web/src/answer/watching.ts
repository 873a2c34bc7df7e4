import { useEffect } from 'preact/hooks';
import { untilPassed } from './visit';

/** Looks again how the round stands: when the page comes back into view and when the deadline has passed. */
export function useWatch(deadline: string | null | undefined, look: () => void, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const seen = () => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', seen);
    const wait = untilPassed(deadline, new Date());
    const timer = wait === null ? undefined : setTimeout(look, wait);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(timer);
    };
  }, [deadline, on]);
}
