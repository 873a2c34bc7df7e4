import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fill, type Text } from '../src/i18n/texts';
import { firstSpoken, LANGUAGES, offered, offerLanguages } from '../src/i18n/language';

const folder = new URL('../src/i18n/', import.meta.url);
const load = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Record<string, Text>;
const forms = (text: Text) => (typeof text === 'string' ? [text] : [text.one, text.other]);
const placeholders = (text: Text) => [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
const files = readdirSync(new URL('en/', folder));

describe.each(files)('%s', (file) => {
  const english = load('en', file);
  it.each(LANGUAGES)('has every key, form and placeholder in %s', (language) => {
    const other = load(language, file);
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders(other[key] as Text), key).toEqual(placeholders(text));
      expect(typeof other[key], key).toBe(typeof text);
      for (const form of forms(other[key] as Text)) {
        expect(form.trim(), key).toBe(form);
        expect(form, key).not.toBe('');
        expect(form, key).not.toMatch(/<[a-z/!]/i);
        expect(form, `${key}: typographic quotes and ellipses`).not.toMatch(/\w'\w|\.\.\./);
      }
    }
  });

  it('has only keys that the code asks for', () => {
    const source = readAll(new URL('../src/', import.meta.url));
    for (const key of Object.keys(english)) {
      const dynamic = key.split('.').map((_, index, parts) => `${parts.slice(0, index).join('.')}.\${`).some((start) => start.length > 3 && source.includes(`\`${start}`));
      const variable = /^(quick|how|method|privacy|end|forget|delete|check)\./.test(key);
      expect(source.includes(`'${key}'`) || source.includes(`"${key}"`) || dynamic || variable, key).toBe(true);
    }
  });
});

function readAll(at: URL): string {
  return readdirSync(at, { withFileTypes: true })
    .map((entry) => {
      if (entry.isDirectory()) return readAll(new URL(`${entry.name}/`, at));
      return /\.tsx?$/.test(entry.name) ? readFileSync(new URL(entry.name, at), 'utf8') : '';
    })
    .join('\n');
}

describe('filling a text', () => {
  const answers: Text = { one: '{n} answer of {size}', other: '{n} answers of {size}' };
  it('says one answer, and two, none or a thousand answers', () => {
    expect(fill(answers, { n: 1, size: 8 }, 'en')).toBe('1 answer of 8');
    expect(fill(answers, { n: 0, size: 8 }, 'en')).toBe('0 answers of 8');
    expect(fill(answers, { n: 1000, size: 8 }, 'en')).toBe('1,000 answers of 8');
    expect(fill(answers, { n: 1000, size: 8 }, 'nl')).toBe('1.000 answers of 8');
  });
  it('leaves a placeholder without a value in sight', () => {
    expect(fill('{team} and {link}', { team: 'A' }, 'en')).toBe('A and {link}');
  });
  it('does not read what was filled in as a placeholder again', () => {
    expect(fill('{team}: {link}', { team: '{link}', link: 'x' }, 'en')).toBe('{link}: x');
  });
});

describe('how many have answered', () => {
  it.each([['organise.json', 'turnout', '{n} van de {size}'], ['report.json', 'answered', '{n} van de {size} mensen']])('agrees with the verb in %s', (file, key, who) => {
    const text = load('nl', file)[key] as Text;
    expect(fill(text, { n: 1, size: 8 }, 'nl')).toBe(`${fill(who, { n: 1, size: 8 }, 'nl')} heeft geantwoord`);
    expect(fill(text, { n: 2, size: 8 }, 'nl')).toBe(`${fill(who, { n: 2, size: 8 }, 'nl')} hebben geantwoord`);
  });
  it('needs no verb that follows a count where a sentence has several', () => {
    for (const language of LANGUAGES) expect(load(language, 'report.json')['evidence.row']).not.toMatch(/antwoorden zeggen|answers say/);
  });
});

describe('what a questionnaire brings along', () => {
  it.each(LANGUAGES)('is not told beforehand in %s: its areas, gates, situations and minutes', (language) => {
    const told = files.flatMap((file) => Object.values(load(language, file)).flatMap(forms)).join('\n');
    expect(told).not.toMatch(/seven minutes|zeven minuten|(ten|10) responsibilities|(tien|10) verantwoordelijkheden|(four|4) situations|(vier|4) situaties|three roles|drie rollen|\b4[05] (or more|of meer)|(of|van) 4[05]\b/i);
  });
});

describe('the language of a visit', () => {
  it('is the first wish that we speak, else English', () => {
    expect(firstSpoken(['fr-FR', 'nl-BE', 'en'])).toBe('nl');
    expect(firstSpoken([null, undefined, 'de'])).toBe('en');
  });
  it('is offered once, however many questionnaires speak it', () => {
    offerLanguages(['en', 'fr', 'nl', 'en', 'de', 'fr', 'nl']);
    expect(offered.value).toEqual(['en', 'nl', 'de', 'fr']);
  });
});
