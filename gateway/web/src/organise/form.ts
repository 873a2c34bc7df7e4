import type { NewRound, NewTeam, Session } from '../api/model';
import type { Problem } from '../api/problem';

export const SMALLEST = 4;
export const LARGEST = 500;
export const LOWEST_K = 3;
export const USUAL_K = 4;
/** From here on values may be shown while the round is open. */
export const SMALLEST_LIVE = 7;

export type Entry = 'open' | 'tickets' | 'signed-in';

/** The ways in that exist here, the usual one first. */
export function entries(mode: Session['mode']): Entry[] {
  switch (mode) {
    case 'links': return ['open', 'tickets'];
    case 'oidc': return ['signed-in', 'tickets'];
    case 'both': return ['open', 'tickets', 'signed-in'];
  }
}

/** What the organiser typed; numbers stay text until they are checked. */
export interface RoundForm {
  name: string;
  /** empty for the first there is */
  instrument: string;
  /** empty for the one that is read, which may change once it is known which there are */
  locale: string;
  size: string;
  initiatives: string;
  rolesPresent: string[];
  deadline: string;
  entry: Entry;
  live: 'turnout' | 'batches';
  memberResults: 'after-close' | 'none';
  k: string;
  /** Empty when nobody said. */
  newcomers: string;
}

/** Before anybody has typed anything. */
export const EMPTY: RoundForm = {
  name: '', instrument: '', locale: '', size: '', initiatives: '1', rolesPresent: [], deadline: '', entry: 'open', live: 'turnout', memberResults: 'after-close', k: String(USUAL_K), newcomers: '',
};

export type Fault = 'name' | 'size.small' | 'size.large' | 'size.number' | 'size.live' | 'initiatives' | 'deadline' | 'k' | 'newcomers';

const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);

/** The first fault per field, in the order of the form. Whether a deadline is still to come only the server knows: the clock here may be wrong. */
export function check(form: RoundForm, known: boolean): Fault[] {
  const faults: Fault[] = [];
  if (!known && form.name.trim() === '') faults.push('name');
  const size = whole(form.size);
  if (size === null) faults.push('size.number');
  else if (size < SMALLEST) faults.push('size.small');
  else if (size > LARGEST) faults.push('size.large');
  else if (form.live === 'batches' && size < SMALLEST_LIVE) faults.push('size.live');
  if (initiativesOf(form) === null) faults.push('initiatives');
  const newcomers = whole(form.newcomers);
  if (form.newcomers.trim() !== '' && (newcomers === null || (size !== null && newcomers > size))) faults.push('newcomers');
  const k = whole(form.k);
  if (k === null || k < LOWEST_K || (size !== null && size >= SMALLEST && k > size)) faults.push('k');
  return faults;
}

/** Whether the server refused nothing but the deadline, which has a place of its own in the form. */
export const deadlinePassed = ({ errors }: Problem): boolean => errors.length > 0 && errors.every(({ pointer }) => pointer === '/deadline');

/** The initiatives of a new team as far as they are typed. */
export function initiativesOf({ initiatives }: RoundForm): number | null {
  const typed = whole(initiatives);
  return typed !== null && typed > 0 ? typed : null;
}

/** The address of the questions as this round will ask them; what is not known yet stays out of it. */
export function previewAddress({ instrument }: RoundForm, initiatives: number | null): string {
  const wishes = new URLSearchParams();
  if (instrument !== '') wishes.set('instrument', instrument);
  if (initiatives !== null) wishes.set('initiatives', String(initiatives));
  return `/questionnaire${wishes.size > 0 ? `?${wishes}` : ''}`;
}

export function teamOf(form: RoundForm): NewTeam {
  return {
    name: form.name.trim(),
    locale: form.locale,
    context: { initiatives: Number(form.initiatives), rolesPresent: form.rolesPresent },
  };
}

export function roundOf(form: RoundForm, first: string): NewRound {
  return {
    instrument: form.instrument || first,
    size: Number(form.size),
    k: Number(form.k),
    entry: form.entry,
    live: form.live,
    memberResults: form.memberResults,
    ...(form.newcomers.trim() === '' ? {} : { newcomers: Number(form.newcomers) }),
    ...(form.deadline === '' ? {} : { deadline: new Date(form.deadline).toISOString() }),
  };
}
