import type { ComponentChildren } from 'preact';
import { language, type Language } from './language';

/** A sentence, or its forms for one and for several; the parameter {n} decides. */
export type Text = string | { one: string; other: string };
export type Params = Record<string, string | number>;

const plurals: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  nl: new Intl.PluralRules('nl'),
};

/** Fills {placeholders}; numbers are written the way the language writes them. */
export function fill(text: Text, params: Params, spoken: Language): string {
  const n = params.n;
  const sentence =
    typeof text === 'string' ? text : plurals[spoken].select(Number(n)) === 'one' ? text.one : text.other;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString(WRITTEN[spoken]) : value;
  });
}

/** One screen's texts in every language; reading them subscribes the component to the language. */
export function texts<T extends Record<string, Text>>(spoken: Record<Language, T>) {
  return (key: keyof T & string, params: Params = {}): string =>
    fill(spoken[language.value][key] as Text, params, language.value);
}

/** Splits a sentence at one {slot} so that a link or a mark can stand in it. */
export function around(sentence: string, slot: string, inside: ComponentChildren): ComponentChildren[] {
  const [before = '', after = ''] = sentence.split(`{${slot}}`);
  return [before, inside, after];
}

/** The way dates, numbers and lists are written; English the British way, as most readers here do. */
export const WRITTEN: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

export function asDate(iso: string): string {
  return new Date(iso).toLocaleDateString(WRITTEN[language.value], { dateStyle: 'long' });
}

/** A day where there is little room, such as 3 Mar 2026. */
export function asDay(iso: string): string {
  return new Date(iso).toLocaleDateString(WRITTEN[language.value], { dateStyle: 'medium' });
}

/** A number of points with one decimal, with its sign where a direction matters. */
export function asPoints(points: number, signed = false): string {
  return points.toLocaleString(WRITTEN[language.value], { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: signed ? 'exceptZero' : 'auto' });
}

export function asMoment(iso: string): string {
  return new Date(iso).toLocaleString(WRITTEN[language.value], { dateStyle: 'long', timeStyle: 'short' });
}

export function asClock(moment: Date): string {
  return moment.toLocaleTimeString(WRITTEN[language.value], { timeStyle: 'medium' });
}

export function asTime(moment: Date): string {
  return moment.toLocaleTimeString(WRITTEN[language.value], { timeStyle: 'short' });
}

/** "a, b and c" in the reader's language. */
export function asList(parts: string[]): string {
  return new Intl.ListFormat(WRITTEN[language.value], { type: 'conjunction' }).format(parts);
}
