import type { Instrument, Sheet } from '../api/model';
import { shuffled } from '../device/random';

export type Choice = number | string | null;
export type Choices = Record<string, Choice>;

export interface Option { value: number | string; label: string }

export interface Question {
  id: string;
  kind: 'item' | 'coverage' | 'scenario';
  text: string;
  description?: string;
  options: Option[];
  dontKnow: string;
}

/** More initiatives than any side waits for: a preview shows what everybody could be asked. */
export const EVERYTHING = Number.POSITIVE_INFINITY;

/** What this round asks: with too few initiatives a side's items, rows and options drop out. */
export function questions(instrument: Instrument, initiatives: number, seed: string): Question[] {
  const sides = new Set<string>(instrument.sides.filter((side) => initiatives >= side.minimumInitiatives).map(({ id }) => id));
  const areas = instrument.areas.filter((area) => sides.has(area.side));
  const asked = new Set(areas.map(({ id }) => id));
  const scale = instrument.scale.points.map(({ value, label }) => ({ value, label }));
  const coverage = instrument.coverage.options.map(({ value, label }) => ({ value, label }));
  return [
    ...instrument.items
      .filter((item) => asked.has(item.area))
      .map((item): Question => ({ id: item.id, kind: 'item', text: item.text, options: scale, dontKnow: instrument.scale.dontKnow })),
    ...areas.map(
      (area): Question => ({
        id: area.id,
        kind: 'coverage',
        text: area.name,
        description: area.description,
        options: coverage,
        dontKnow: instrument.coverage.dontKnow,
      }),
    ),
    ...instrument.scenarios.map(
      (scenario): Question => ({
        id: scenario.id,
        kind: 'scenario',
        text: scenario.text,
        options: shuffled(
          scenario.options.filter((option) => option.side === null || sides.has(option.side)),
          `${seed}/${scenario.id}`,
        ).map((option) => ({ value: option.id, label: option.text })),
        dontKnow: instrument.scale.dontKnow,
      }),
    ),
  ];
}

/** Answered, "don't know" included. */
export function answered(choices: Choices, question: Question): boolean {
  return choices[question.id] !== undefined;
}

export function missing(list: Question[], choices: Choices): Question[] {
  return list.filter((question) => !answered(choices, question));
}

/** The next open question after this one, from the top again when the end is reached. */
export function nextOpen(list: Question[], choices: Choices, after: string | null): Question | null {
  const start = list.findIndex(({ id }) => id === after) + 1;
  return [...list.slice(start), ...list.slice(0, start)].find((question) => !answered(choices, question)) ?? null;
}

/** Key 1 is the first option, 2 the second, and 0 stands for "don't know". */
export function choiceOfKey(question: Question, key: string): { choice: Choice } | null {
  if (!/^[0-9]$/.test(key)) return null;
  if (key === '0') return { choice: null };
  const option = question.options[Number(key) - 1];
  return option ? { choice: option.value } : null;
}

export function sheetOf(instrument: { id: string; version: number }, list: Question[], choices: Choices, comments: Record<string, string>): Sheet {
  const of = (kind: Question['kind']) =>
    Object.fromEntries(list.filter((question) => question.kind === kind).map(({ id }) => [id, choices[id] ?? null]));
  const areas = new Set(list.filter(({ kind }) => kind === 'coverage').map(({ id }) => id));
  const written = Object.entries(comments)
    .map(([area, text]) => [area, text.trim()] as const)
    .filter(([area, text]) => areas.has(area) && text !== '');
  return {
    instrument: { id: instrument.id, version: instrument.version },
    answers: of('item') as Record<string, number | null>,
    coverage: of('coverage') as Record<string, number | null>,
    scenarios: of('scenario') as Record<string, string | null>,
    ...(written.length > 0 ? { comments: Object.fromEntries(written) } : {}),
  };
}
