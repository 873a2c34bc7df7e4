import { describe, expect, it } from 'vitest';
import { afterClosing, resultsOf, untilPassed } from '../src/answer/visit';

const shared = { memberResults: 'after-close', answered: null } as const;
const kept = { memberResults: 'none', answered: null } as const;

describe('a member of a closed round', () => {
  it('gets the report behind the link, and with a ticket hears who has it', () => {
    expect(afterClosing(shared, 'link', 0)).toBe('report');
    expect(afterClosing(shared, 'ticket', 0)).toBe('closed');
    expect(resultsOf(shared, 'ticket')).toBe('passed-on');
  });
  it('hears that the organiser has it where that was agreed, however they came in', () => {
    expect(afterClosing(kept, 'link', 0)).toBe('closed');
    expect(resultsOf(kept, 'link')).toBe('organiser');
    expect(resultsOf(kept, 'ticket')).toBe('organiser');
  });
  it('first hears what became of answers that never left the device', () => {
    expect(afterClosing(shared, 'link', 1)).toBe('late');
    expect(afterClosing(kept, 'ticket', 28)).toBe('late');
  });
  it('is not late when the ticket has been used after all', () => {
    expect(afterClosing({ ...shared, answered: true }, 'ticket', 28)).toBe('closed');
    expect(afterClosing({ ...shared, answered: false }, 'ticket', 28)).toBe('late');
  });
});

describe('a deadline', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  it('is looked at a moment after it has passed', () => {
    expect(untilPassed('2026-11-23T10:05:00Z', now)).toBe(301_000);
  });
  it('that is past, missing or too far off for a timer is not waited for', () => {
    expect(untilPassed('2026-11-23T10:00:00Z', now)).toBeNull();
    expect(untilPassed('2026-11-23T09:00:00Z', now)).toBeNull();
    expect(untilPassed(null, now)).toBeNull();
    // setTimeout fires at once beyond 2^31 ms
    expect(untilPassed('2027-11-23T10:00:00Z', now)).toBeNull();
  });
});
