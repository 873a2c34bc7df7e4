import type { Round } from '../api/model';
import type { Language } from '../i18n/language';
import { fill } from '../i18n/texts';
import { instruments } from '../shared/instruments';
import { useDocument } from '../shared/loading';
import { aboutMinutes, fewMinutes } from './texts';

/** How many minutes the questionnaire of a round says that it takes; null for a version that is not on show any more, or while that is not known. */
export function useMinutes({ instrument: { id, version } }: Round): number | null {
  const { data } = useDocument(instruments, 'instruments');
  return data?.find((item) => item.id === id && item.version === version)?.minutes ?? null;
}

/** That time within a sentence. */
export const timeNeeded = (minutes: number | null, spoken: Language): string =>
  minutes === null ? fewMinutes[spoken] : fill(aboutMinutes[spoken], { n: minutes }, spoken);
