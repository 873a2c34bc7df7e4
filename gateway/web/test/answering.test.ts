import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDraft, loadDraft, markAnswered, placeName, receiptOf, saveDraft } from '../src/answer/drafts';
import { choiceOfKey, missing, nextOpen, questions, sheetOf } from '../src/answer/questions';
import { readTicket, showTicket } from '../src/answer/tickets';
import type { Instrument } from '../src/api/model';
import { shuffled } from '../src/device/random';
import { keep, recall } from '../src/device/store';

const instrument = {
  id: 'role-gap-scan', version: 1, hash: 'a',
  scale: { points: [0, 1, 2, 3, 4].map((value) => ({ value, label: String(value) })), dontKnow: '?' },
  sides: [
    { id: 'product', minimumInitiatives: 1 },
    { id: 'project', minimumInitiatives: 1 },
    { id: 'programme', minimumInitiatives: 2 },
  ],
  areas: [{ id: 'P1', side: 'product' }, { id: 'J1', side: 'project' }, { id: 'G1', side: 'programme' }].map((area) => ({ ...area, name: area.id, description: '', question: '' })),
  items: ['P1a', 'G1a', 'J1a', 'P1b', 'J1b', 'G1b'].map((id) => ({ id, area: id.slice(0, 2), text: id })),
  coverage: { question: '', options: [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })), dontKnow: '?' },
  scenarios: [{ id: 'S1', text: 'S1', options: [['P', 'product'], ['J', 'project'], ['G', 'programme'], ['none', null]].map(([id, side]) => ({ id, side, text: id })) }],
} as unknown as Instrument;

describe('the questions of a round', () => {
  it('drop the programme side with one initiative, options included', () => {
    const list = questions(instrument, 1, 'seed');
    expect(list.map(({ id }) => id)).toEqual(['P1a', 'J1a', 'P1b', 'J1b', 'P1', 'J1', 'S1']);
    expect(list.at(-1)?.options.map(({ value }) => value).sort()).toEqual(['J', 'P', 'none']);
    expect(questions(instrument, 2, 'seed')).toHaveLength(10);
  });

  it('keep their shuffled order for one seed and lose no option', () => {
    const order = (seed: string) => shuffled(['P', 'J', 'G', 'none'], seed);
    expect(order('a')).toEqual(order('a'));
    expect([...order('b')].sort()).toEqual(['G', 'J', 'P', 'none']);
    expect(new Set(Array.from({ length: 40 }, (_, seed) => order(String(seed)).join())).size).toBeGreaterThan(8);
  });

  it('take digit keys in order, 0 for "don\'t know"', () => {
    const [first] = questions(instrument, 1, 'seed');
    expect(choiceOfKey(first!, '1')).toEqual({ choice: 0 });
    expect(choiceOfKey(first!, '5')).toEqual({ choice: 4 });
    expect(choiceOfKey(first!, '0')).toEqual({ choice: null });
    expect(choiceOfKey(first!, '6')).toBeNull();
    expect(choiceOfKey(first!, 'ArrowDown')).toBeNull();
  });

  it('move on to the next open one and round to the top', () => {
    const list = questions(instrument, 1, 'seed');
    expect(nextOpen(list, { P1a: 1 }, 'P1a')?.id).toBe('J1a');
    const last = Object.fromEntries(list.slice(1).map(({ id }) => [id, null]));
    expect(nextOpen(list, last, 'S1')?.id).toBe('P1a');
    expect(nextOpen(list, { ...last, P1a: null }, 'S1')).toBeNull();
  });

  it('make a sheet in which every question stands once and "don\'t know" is null', () => {
    const list = questions(instrument, 1, 'seed');
    const choices = { P1a: 4, J1a: null, P1b: 0, J1b: 2, P1: 5, J1: null, S1: 'none' };
    expect(missing(list, choices)).toEqual([]);
    expect(missing(list, { P1a: null }).map(({ id }) => id)).not.toContain('P1a');
    expect(sheetOf(instrument, list, choices, { P1: '  too loud ', J1: ' ', G1: 'gone' })).toEqual({
      instrument: { id: 'role-gap-scan', version: 1 },
      answers: { P1a: 4, J1a: null, P1b: 0, J1b: 2 },
      coverage: { P1: 5, J1: null },
      scenarios: { S1: 'none' },
      comments: { P1: 'too loud' },
    });
  });
});

describe('a draft', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    globalThis.localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
  });

  it('survives a reload, with its idempotency key and order', () => {
    const draft = { ...loadDraft('r1', 'a'), choices: { P1a: 3 }, ticket: 'T' };
    expect(saveDraft('r1', draft)).toBe(true);
    expect(loadDraft('r1', 'a')).toEqual(draft);
    expect(draft.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of other questions is not taken up', () => {
    saveDraft('r1', { ...loadDraft('r1', 'a'), choices: { P1a: 3 } });
    expect(loadDraft('r1', 'b').choices).toEqual({});
  });

  it('is gone after sending, and the device knows that it answered', () => {
    saveDraft('r1', { ...loadDraft('r1', 'a'), choices: { P1a: 3 } });
    markAnswered('r1', 'R-1');
    expect(loadDraft('r1', 'a').choices).toEqual({});
    expect(receiptOf('r1')).toBe('R-1');
    expect(receiptOf('r2')).toBeNull();
  });

  it('can be deleted', () => {
    saveDraft('r1', { ...loadDraft('r1', 'a'), choices: { P1a: 3 } });
    deleteDraft('r1');
    expect(loadDraft('r1', 'a').choices).toEqual({});
  });

  it('says so when the device refuses to keep it, and still holds it for this page', () => {
    globalThis.localStorage = { getItem: () => null, setItem: () => { throw new Error('full'); }, removeItem: () => {} } as unknown as Storage;
    expect(keep('x', 1)).toBe(false);
    expect(recall('x')).toBe(1);
  });

  it('is the newest one where there is no room for it any more, not what lay there before', () => {
    saveDraft('r1', { ...loadDraft('r1', 'a'), choices: { P1a: 3 } });
    const { getItem } = localStorage;
    globalThis.localStorage = { getItem, setItem: () => { throw new Error('full'); }, removeItem: () => {} } as unknown as Storage;
    expect(saveDraft('r1', { ...loadDraft('r1', 'a'), choices: { P1a: 4 } })).toBe(false);
    expect(loadDraft('r1', 'a').choices).toEqual({ P1a: 4 });
  });

  it('is filed under a name from which no secret can be read', () => {
    const secret = 'mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E';
    expect(placeName(undefined, secret)).toMatch(/^[0-9a-f]{1,8}$/);
    expect(placeName('round-1', secret)).toBe('round-1');
  });
});

describe('a ticket code', () => {
  it('is read whatever the case, spaces, hyphens and look-alikes', () => {
    expect(readTicket('9d4v-xh2k 7mqw-3rtb-6yfc-z1n8-pg')).toBe('9D4VXH2K7MQW3RTB6YFCZ1N8PG');
    expect(readTicket('OIL0'.repeat(6) + 'AB')).toBe('0110'.repeat(6) + 'AB');
  });
  it('is refused when too short, too long or with a foreign letter', () => {
    expect(readTicket('9D4V')).toBeNull();
    expect(readTicket('9'.repeat(27))).toBeNull();
    expect(readTicket(`${'9'.repeat(25)}U`)).toBeNull();
  });
  it('is shown in groups that read back to the same code', () => {
    const code = '9D4VXH2K7MQW3RTB6YFCZ1N8PG';
    expect(showTicket(code)).toBe('9D4V-XH2K-7MQW-3RTB-6YFC-Z1N8-PG');
    expect(readTicket(showTicket(code))).toBe(code);
  });
});
