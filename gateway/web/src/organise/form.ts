import type { NewRound, NewTeam, Session } from '../api/model';

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

export type Fault = 'name' | 'size.small' | 'size.large' | 'size.number' | 'size.live' | 'initiatives' | 'deadline' | 'k' | 'newcomers';

const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);

/** The first fault per field, in the order of the form. */
export function check(form: RoundForm, known: boolean, now: Date): Fault[] {
  const faults: Fault[] = [];
  if (!known && form.name.trim() === '') faults.push('name');
  const size = whole(form.size);
  if (size === null) faults.push('size.number');
  else if (size < SMALLEST) faults.push('size.small');
  else if (size > LARGEST) faults.push('size.large');
  else if (form.live === 'batches' && size < SMALLEST_LIVE) faults.push('size.live');
  const initiatives = whole(form.initiatives);
  if (initiatives === null || initiatives < 1) faults.push('initiatives');
  const newcomers = whole(form.newcomers);
  if (form.newcomers.trim() !== '' && (newcomers === null || (size !== null && newcomers > size))) faults.push('newcomers');
  if (form.deadline !== '' && !(new Date(form.deadline) > now)) faults.push('deadline');
  const k = whole(form.k);
  if (k === null || k < LOWEST_K || (size !== null && size >= SMALLEST && k > size)) faults.push('k');
  return faults;
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
