import { signal } from '@preact/signals';
import { keep, recall } from '../device/store';

export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'rolewise.language';

/** The first of the wishes that we speak, English when there is none. */
export function firstSpoken(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split('-')[0];
    const known = LANGUAGES.find((language) => language === base);
    if (known) return known;
  }
  return 'en';
}

/** The language that an address of the public library begins with; other addresses have none. */
export function languageIn(path: string): Language | null {
  return LANGUAGES.find((known) => path === `/${known}` || path.startsWith(`/${known}/`)) ?? null;
}

const addressed = typeof location === 'undefined' ? null : languageIn(location.pathname);
const wished = typeof navigator === 'undefined' ? [] : navigator.languages;

export const language = signal<Language>(firstSpoken([addressed, recall<string>(CHOICE), ...wished]));

/** A choice made by the reader; it outlives the visit. */
export function chooseLanguage(choice: Language): void {
  keep(CHOICE, choice);
  language.value = choice;
}

/** The address of a page of the public library in the language that is spoken. */
export function at(path: string): string {
  return `/${language.value}${path}`;
}

/** The team's language counts only for a reader who never chose one. */
export function suggestLanguage(suggestion: string | undefined): void {
  if (suggestion && recall<string>(CHOICE) === null) language.value = firstSpoken([suggestion]);
}
