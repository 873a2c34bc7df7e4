import { afterEach, describe, expect, it, vi } from 'vitest';
import { dropAllTyped, dropTyped, keepTyped, keptTyped } from '../src/device/forms';
import { EMPTY } from '../src/organise/form';
import { timeNeeded } from '../src/organise/time';

describe('a form that somebody is filling in', () => {
  afterEach(() => vi.unstubAllGlobals());

  function tab(refuses = false): Record<string, string> {
    const held: Record<string, string> = {};
    const methods = {
      getItem: (key: string) => held[key] ?? null,
      setItem: (key: string, value: string) => { if (refuses) throw new Error('full'); held[key] = value; },
      removeItem: (key: string) => { delete held[key]; },
    };
    // as a browser has it: methods on the prototype, what is held as keys of its own
    vi.stubGlobal('sessionStorage', new Proxy(held, { get: (_, name: string) => methods[name as keyof typeof methods] }));
    return held;
  }

  it('is found again under its own name, and dropped', () => {
    tab();
    expect(keepTyped('create/', { form: { ...EMPTY, name: 'Compass' } })).toBe(true);
    expect(keptTyped('create/')).toEqual({ form: { ...EMPTY, name: 'Compass' } });
    expect(keptTyped('create/another')).toBeNull();
    dropTyped('create/');
    expect(keptTyped('create/')).toBeNull();
  });
  it('goes with all others when somebody signs out, and nothing else does', () => {
    const held = tab();
    keepTyped('create/', EMPTY);
    keepTyped('create/a', EMPTY);
    held['rolewise.return'] = '{}';
    dropAllTyped();
    expect(Object.keys(held)).toEqual(['rolewise.return']);
  });
  it('says so where there is no room, or nothing is kept, or something else lies there', () => {
    expect(keepTyped('create/', EMPTY)).toBe(false);
    const held = tab(true);
    expect(keepTyped('create/', EMPTY)).toBe(false);
    held['rolewise.form.create/'] = '{';
    expect(keptTyped('create/')).toBeNull();
  });
});

describe('the time that answering takes', () => {
  it.each([
    [7, 'en', 'about 7 minutes'], [1, 'en', 'about 1 minute'], [null, 'en', 'a few minutes'],
    [7, 'nl', 'ongeveer 7 minuten'], [1, 'nl', 'ongeveer 1 minuut'], [null, 'nl', 'een paar minuten'],
  ] as const)('%s in %s is %s', (minutes, spoken, said) => {
    expect(timeNeeded(minutes, spoken)).toBe(said);
  });
});
