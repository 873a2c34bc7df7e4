import { computed, signal } from '@preact/signals';
import { keep, recall } from '../device/store';

/** The languages that the screens themselves speak. */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'rolewise.language';
const CODE = /^[a-z]{2,3}$/;

/** The first of the wishes among these, English when there is none. */
export function firstOf<T extends string>(wishes: readonly (string | null | undefined)[], spoken: readonly T[]): T | 'en' {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split('-')[0];
    const known = spoken.find((code) => code === base);
    if (known) return known;
  }
  return 'en';
}

/** The first of the wishes that the screens speak. */
export const firstSpoken = (wishes: readonly (string | null | undefined)[]): Language => firstOf(wishes, LANGUAGES);

/** The language that an address of the public library begins with; other addresses have none. */
export function languageIn(path: string): Language | null {
  return LANGUAGES.find((known) => path === `/${known}` || path.startsWith(`/${known}/`)) ?? null;
}

const addressed = typeof location === 'undefined' ? null : languageIn(location.pathname);
const wished = typeof navigator === 'undefined' ? [] : navigator.languages;
const chosen = () => {
  const code = recall<string>(CHOICE);
  return code && CODE.test(code) ? code : null;
};

/** What there is to choose from: the screens' languages, and those that the content has beside them. */
export const offered = signal<readonly string[]>(LANGUAGES);

function atFirst(): string {
  const code = chosen();
  const fits = code && (!addressed || firstSpoken([code]) === addressed);
  return fits ? code : firstSpoken([addressed, code, ...wished]);
}

/** The language in which content is asked for. */
export const reading = signal<string>(atFirst());

/** The language of the screens' own texts: English where they do not speak the one that is read. */
export const language = computed<Language>(() => firstSpoken([reading.value]));

/** Marks content for whoever reads it aloud: set only where it is in another language than the screen. */
export const contentLang = (): string | undefined => (reading.value === language.value ? undefined : reading.value);

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The direction in which a language is read. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** What an element that holds content alone carries: its language and direction, where they may be others than the screen's. */
export function inContent(): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const code = contentLang();
  return code === undefined ? {} : { lang: code, dir: directionOf(code) };
}

/** An address says which language its screen is in; what is read there may be in one that screens do not speak. */
export function readAt(address: Language): void {
  if (address !== language.peek()) reading.value = address;
}

/** A choice made by the reader; it outlives the visit. */
export function chooseLanguage(choice: string): void {
  keep(CHOICE, choice);
  reading.value = choice;
}

/** The address of a page of the public library in the language that is spoken. */
export function at(path: string): string {
  return `/${language.value}${path}`;
}

/** The team's language counts only for a reader who never chose one. */
export function suggestLanguage(suggestion: string | undefined): void {
  if (suggestion && CODE.test(suggestion) && chosen() === null) reading.value = suggestion;
}

/** The content's languages have become known, each as often as somebody names it: a reader who never chose gets the first that is wished and there. */
export function offerLanguages(languages: readonly string[] | undefined, settled = false): void {
  if (!languages) return;
  const all = [...LANGUAGES, ...[...new Set(languages)].filter((code) => !LANGUAGES.some((own) => own === code)).sort()];
  if (all.join() !== offered.peek().join()) offered.value = all;
  if (!all.includes(reading.peek())) {
    reading.value = firstOf([chosen(), ...wished], all);
  } else if (!settled && chosen() === null) {
    const wish = firstOf(wished, all);
    // what the screens do not speak takes the place of English, never of the language an address names
    if (firstSpoken([wish]) === language.peek()) reading.value = wish;
  }
}

/** A language's name in that language. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
