import { forget, keep, recall, whenOtherTabs } from '../device/store';
import { randomHex } from '../device/random';
import type { Choices } from './questions';

/** Answers under way: on this device only, until they are sent or deleted. */
export interface Draft {
  instrument: string;
  choices: Choices;
  comments: Record<string, string>;
  /** fixes the order of shuffled options for this person */
  seed: string;
  /** makes a second attempt at sending the same sheet recognisable as such */
  key: string;
  ticket?: string;
}

interface Answered { receipt: string }

/** A name for the round that gives nothing away about the secret it may be made of. */
export function placeName(round: string | undefined, secret: string): string {
  if (round) return round;
  let hash = 2166136261;
  for (const char of secret) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return (hash >>> 0).toString(16);
}

const draftKey = (place: string) => `rolewise.draft.${place}`;
const answeredKey = (place: string) => `rolewise.answered.${place}`;

export function freshDraft(instrument: string): Draft {
  return { instrument, choices: {}, comments: {}, seed: randomHex(8), key: randomHex(16) };
}

/** The draft kept here, or an empty one when it belongs to other questions. */
export function loadDraft(place: string, instrument: string): Draft {
  const kept = recall<Draft>(draftKey(place));
  return kept && kept.instrument === instrument ? kept : freshDraft(instrument);
}

export function saveDraft(place: string, draft: Draft): boolean {
  return keep(draftKey(place), draft);
}

export function deleteDraft(place: string): void {
  forget(draftKey(place));
}

export function markAnswered(place: string, receipt: string): void {
  deleteDraft(place);
  keep(answeredKey(place), { receipt } satisfies Answered);
}

export function receiptOf(place: string): string | null {
  return recall<Answered>(answeredKey(place))?.receipt ?? null;
}

export function forgetAnswered(place: string): void {
  forget(answeredKey(place));
}

/** Somebody may have the same round open twice: whichever tab they turn to goes on where the other one is. */
export function whenAnsweredElsewhere(place: string, instrument: string, heard: { draft: (draft: Draft) => void; receipt: (receipt: string) => void }): () => void {
  return whenOtherTabs((key) => {
    if (key === draftKey(place)) heard.draft(loadDraft(place, instrument));
    const receipt = key === answeredKey(place) ? receiptOf(place) : null;
    if (receipt !== null) heard.receipt(receipt);
  });
}
