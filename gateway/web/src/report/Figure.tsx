import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ChartFiles } from './ChartFiles';
import { say } from './texts';

export interface Table { head: string[]; rows: (string | number)[][] }

/** A chart with what every chart needs: a heading, what it says in words, and its numbers. */
export function Figure({ title, summary, table, legend, children }: {
  title: string;
  summary: ComponentChildren;
  table: Table;
  legend?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <figure class="chart card" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="chart-summary">{summary}</p>
      </figcaption>
      {legend && <div class="chart-legend" aria-hidden="true">{legend}</div>}
      {children}
      <details class="numbers">
        <summary>{say('numbers')}<span class="off-screen">: {title}</span></summary>
        <div class="numbers-scroll" role="region" aria-label={`${say('numbers')}: ${title}`} tabIndex={0}>
          <table>
            <thead><tr>{table.head.map((cell, index) => <th key={index} scope="col">{cell}</th>)}</tr></thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>{row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <ChartFiles title={title} />
    </figure>
  );
}
