import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { inContent } from '../i18n/language';
import { ChartFiles } from './ChartFiles';
import { say } from './texts';

/** Words from the library, which may be in another language than the screen. */
export interface Content { content: string }
type Cell = string | number | Content;
export interface Table { head: (string | Content)[]; rows: Cell[][] }

export const content = (text: string): Content => ({ content: text });
const told = (cell: Cell) => (typeof cell === 'object' ? cell.content : cell);
const marked = (cell: Cell) => (typeof cell === 'object' ? inContent() : {});

/** The numbers of a chart; their names are marked as content where they are. */
export function Numbers({ head, rows }: Table) {
  return (
    <table>
      <thead><tr>{head.map((cell, index) => <th key={index} scope="col" {...marked(cell)}>{told(cell)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{row.map((cell, column) => (column === 0 ? <th key={column} scope="row" {...marked(cell)}>{told(cell)}</th> : <td key={column} {...marked(cell)}>{told(cell)}</td>))}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** A chart with what every chart needs: a heading, what it says in words, and its numbers. */
export function Figure({ title: named, summary, table, legend, children }: {
  title: string | Content;
  summary: ComponentChildren;
  table: Table;
  legend?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  const title = String(told(named));
  return (
    <figure class="chart card" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`} {...marked(named)}>{title}</h2>
        <p class="chart-summary">{summary}</p>
      </figcaption>
      {legend && <div class="chart-legend" aria-hidden="true">{legend}</div>}
      {children}
      <details class="numbers">
        <summary>{say('numbers')}<span class="off-screen">: <span {...marked(named)}>{title}</span></span></summary>
        <div class="numbers-scroll" role="region" aria-label={`${say('numbers')}: ${title}`} tabIndex={0}>
          <Numbers {...table} />
        </div>
      </details>
      <ChartFiles title={title} />
    </figure>
  );
}
