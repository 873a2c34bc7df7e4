import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { earliest } from '../api/moments';
import { core } from '../i18n/core';
import { asMoment, asTime } from '../i18n/texts';

/** One for each document on the screen that may be out of date. */
const marks = signal<readonly Date[]>([]);

const ASK_AGAIN_MILLIS = 30_000;

/** The same moment, told a second apart by two answers, is not to be read out twice. */
export function steady(before: Date | null, now: Date | null): Date | null {
  return before && now && Math.abs(before.getTime() - now.getTime()) < 60_000 ? before : now;
}

/** Marks the screen while a document is shown that may be out of date, and asks again until it no longer is. */
export function useMoment(moment: Date | null, ask: () => void): void {
  useEffect(() => {
    if (!moment) return;
    marks.value = [...marks.peek(), moment];
    return () => {
      marks.value = marks.peek().filter((other) => other !== moment);
    };
  }, [moment]);
  const old = moment !== null;
  useEffect(() => {
    if (!old) return;
    const again = () => document.visibilityState === 'visible' && ask();
    const timer = setInterval(again, ASK_AGAIN_MILLIS * (0.75 + Math.random() / 2));
    return () => clearInterval(timer);
  }, [old, ask]);
}

export function sentence(moment: Date, now: Date): string {
  return moment.toDateString() === now.toDateString()
    ? core('kept.today', { time: asTime(moment) })
    : core('kept.earlier', { moment: asMoment(moment.toISOString()) });
}

/** One line for the whole screen. It is always there, as only what changes in it is read out. */
export function Kept() {
  const moment = earliest(marks.value);
  return <div class="kept" role="status">{moment && <p data-testid="kept">{sentence(moment, new Date())}</p>}</div>;
}
