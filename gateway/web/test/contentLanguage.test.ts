import { h, type ComponentChildren, type VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Brief, Report, Role } from '../src/api/model';
import { BriefPaper } from '../src/brief/BriefPaper';
import { directionOf, inContent, reading } from '../src/i18n/language';
import { Day } from '../src/learn/Home';
import { Helps } from '../src/learn/Reading';
import { Comments } from '../src/report/Comments';
import { content, Numbers } from '../src/report/Figure';
import { Splits } from '../src/report/Parts';
import { Content } from '../src/shared/Content';
import { Naming } from '../src/shared/Naming';

type Marks = { lang?: string; dir?: string };
/** Every text of a screen with the language and direction it is in. */
function spoken(node: ComponentChildren, marks: Marks = {}): [string, Marks][] {
  if (Array.isArray(node)) return node.flatMap((child) => spoken(child, marks));
  if (typeof node === 'string' || typeof node === 'number') return [[String(node), marks]];
  if (node === null || typeof node !== 'object') return [];
  const { type, props } = node as VNode<Marks & { children?: ComponentChildren }>;
  if (typeof type === 'function') return spoken((type as (given: object) => ComponentChildren)(props), marks);
  const { lang = marks.lang, dir = marks.dir, children } = props;
  return spoken(children, { lang, dir });
}
const marksOf = (screen: ComponentChildren, text: string) => spoken(screen).filter(([words]) => words === text).map(([, marks]) => marks);
const FRENCH = { lang: 'fr', dir: 'ltr' };

const area = { id: 'P1', name: 'Le choix', question: 'Qui choisit ?', split: true, distribution: [2, 0, 0, 0, 2], struggle: 50, agreement: { adMean: 2 }, comments: ['À revoir'] };
const report = { areas: [area], method: { coverage: [] } } as unknown as Report;

describe('content in another language than the screen', () => {
  beforeEach(() => { reading.value = 'fr'; });
  afterEach(() => { reading.value = 'en'; });

  it('is marked in the headings of what a team sees differently and of its remarks', () => {
    expect(marksOf(h(Splits, { report }), 'Le choix')).toEqual([FRENCH]);
    const comments = h(Comments, { report });
    expect(marksOf(comments, 'Le choix')).toEqual([FRENCH]);
    expect(marksOf(comments, 'À revoir')).toEqual([{ dir: 'auto' }]);
  });
  it('is marked in tables, cell by cell', () => {
    const table = h(Numbers, { head: ['Area', content('Personne')], rows: [[content('Le choix'), 12]] });
    expect(spoken(table)).toEqual([['Area', {}], ['Personne', FRENCH], ['Le choix', FRENCH], ['12', {}]].map(([text, marks]) => [text, marks]));
  });
  it('is marked in the library, beside words of the screen that are not', () => {
    const helps = h(Helps, { scenario: { advice: 'Choisissez', why: 'Parce que', butWhen: 'Sauf si' }, level: 'h4' });
    expect(spoken(helps)).toEqual([['Choisissez', FRENCH], ['Why', {}], ['Parce que', FRENCH], ['But not when', {}], ['Sauf si', FRENCH]]);
    const day = h(Day, { role: { id: 'r', name: 'Chef', dayInTheLife: [{ time: '09:00', text: 'Écoute', touches: { role: 'x', text: 'Ensemble' } }] } as unknown as Role });
    for (const text of ['Chef', 'Écoute', 'Ensemble']) expect(marksOf(day, text), text).toEqual([FRENCH]);
    expect(marksOf(h(Content, null, 'Titre'), 'Titre')).toEqual([FRENCH]);
  });
  it('leaves the date in a draft to the screen', () => {
    const brief = {
      headings: { team: 'Équipe', round: 'Tour' }, role: { name: 'Chef' }, variant: { profile: 'Profil' }, responsibilities: [], arrange: [], firstDays: [], questions: [], notThisRole: [], standings: {},
      report: { team: 'Salle 4', round: { openedOn: '2026-03-02', closedOn: '2026-03-03' }, areas: [], discuss: [] },
    } as unknown as Brief;
    expect(marksOf(h(BriefPaper, { brief }), '3 March 2026')).toEqual([{ lang: 'en', dir: 'ltr' }]);
  });
  it('brings its direction along', () => {
    expect(inContent()).toEqual(FRENCH);
    expect(['ar', 'he', 'fa', 'ur', 'nl', 'fr', 'ja'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
  });
});

describe('the name of a team', () => {
  it('stands by itself within a sentence', () => {
    const [before, name, after] = (Naming({ sentence: 'Back to {team}!', team: 'Ploeg {team}' }).props.children ?? []) as [string, VNode<{ children: string }>, string];
    expect([before, name.type, name.props.children, after]).toEqual(['Back to ', 'bdi', 'Ploeg {team}', '!']);
  });
});

describe('content in the language of the screen', () => {
  it('needs no mark', () => {
    expect(inContent()).toEqual({});
    expect(marksOf(h(Splits, { report }), 'Le choix')).toEqual([{ lang: undefined, dir: undefined }]);
    expect(marksOf(h(Content, null, 'Title'), 'Title')).toEqual([{}]);
  });
});
