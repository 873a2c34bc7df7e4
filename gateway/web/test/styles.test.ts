import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../src/styles/', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

/** Where one reads from right to left, start is on the right: a side of the page has no place here. */
const PHYSICAL = [
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/,
  /(?<![\w-])(?:left|right|top|bottom|width|max-width|min-width|height|max-height)\s*:/,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
];

/** Four lengths in a row, the second for the right and the last for the left. */
function sided(line: string): boolean {
  return [...line.matchAll(/(?<![\w-])(?:margin|padding|inset)\s*:\s*([^;}]+)/g)].some(([, value = '']) => {
    const lengths = value.replace(/\((?:[^()]|\([^()]*\))*\)/g, (inside) => inside.replace(/\s/g, '')).trim().split(/\s+/);
    return lengths.length === 4 && lengths[1] !== lengths[3];
  });
}

describe.each(sheets)('%s', (name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  it('knows start and end, no left and right', () => {
    // what a media query asks is about the window
    const rules = lines.map((line) => line.replace(/@(?:media|container)[^{]*/g, '').replace(/url\("[^"]*"\)/g, ''));
    expect(rules.filter((line) => PHYSICAL.some((physical) => physical.test(line)) || sided(line))).toEqual([]);
  });
  it('moves nothing sideways without moving it the other way from right to left', () => {
    const sideways = lines.filter((line) => /translateX|translate\((?!0|-[\d.]+ 0)/.test(line) && !/@keyframes|rotate\(|\[dir='rtl'\]/.test(line));
    for (const line of sideways) {
      const selector = line.slice(0, line.indexOf('{')).trim();
      expect(lines.some((other) => other.startsWith(`[dir='rtl'] ${selector} {`)), line).toBe(true);
    }
  });
  it('leaves the animation out for whoever wants none', () => {
    const text = lines.join('\n');
    const still = text.match(/@media \(prefers-reduced-motion: reduce\)[^}]*\}/g)?.join('') ?? '';
    for (const line of lines.filter((each) => /(?:animation|transition):/.test(each) && !/prefers-reduced-motion/.test(each))) {
      // a change of colour moves nothing
      if (/transition: (?:border-)?color/.test(line)) continue;
      const selector = line.slice(0, line.indexOf('{')).trim();
      expect(still, line).toContain(selector);
    }
  });
});
