import { useId } from 'preact/hooks';
import type { Report } from '../api/model';
import { core } from '../i18n/core';
import { at, inContent } from '../i18n/language';
import { asDate } from '../i18n/texts';
import { ownershipSentence } from './OwnershipMap';
import { doubts, leaning, mostSplit, ownership, untold } from './reading';
import { say } from './texts';

/** Where opinions lie furthest apart, each with a question to discuss. */
export function Splits({ report }: { report: Report }) {
  const split = mostSplit(report.areas);
  if (split.length === 0) {
    return report.areas.length === 0 ? null : (
      <section class="card" aria-labelledby="split-title"><h2 id="split-title">{say('split.title')}</h2><p>{say('split.none')}</p></section>
    );
  }
  return (
    <section class="splits" aria-labelledby="split-title">
      <h2 id="split-title">{say('split.title')}</h2>
      <p class="lead">{say('split.text')}</p>
      <ol class="split-cards">
        {split.map((area) => (
          <li key={area.id} class="card">
            <h3 {...inContent()}>{area.name}</h3>
            {area.distribution && <p class="hint">{say('evidence.row', { ...leaning(area.distribution) })}</p>}
            {area.coverage && <p class="hint">{ownershipSentence(ownership(area.coverage, report.method.coverage))}.</p>}
            <p class="split-question" {...inContent()}>{area.question}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const checks = ['person', 'area', 'missing', 'wording', 'scenarios'] as const;

/** Which single change would tip the verdict. */
export function StabilityCard({ report }: { report: Report }) {
  const title = useId();
  if (!report.stability) return null;
  const found = doubts(report);
  const kept = untold(report);
  const told = checks.length - kept.length;
  const outcome = (check: (typeof checks)[number]) => {
    if (kept.includes(check)) return say('check.untold');
    if (found.includes(check)) return say(`check.${check}.tips`);
    return check === 'missing' && report.stability?.missingAnswers.missing === 0 ? say('check.missing.none') : say(`check.${check}.holds`);
  };
  return (
    <section class="card stability" aria-labelledby={title}>
      <h2 id={title}>{say('stability.title')}</h2>
      <p>{say('stability.text', { n: told - found.length, all: told })}</p>
      <ul>
        {checks.map((check) => {
          const state = kept.includes(check) ? 'untold' : found.includes(check) ? 'tips' : 'holds';
          return (
            <li key={check} class={state}>
              <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d={{ untold: 'M4 10h12', tips: 'M10 3v8M10 15.5v.5', holds: 'm4 10.5 4 4 8-9' }[state]} />
              </svg>
              <span><strong>{say(`check.${check}`)}</strong>{outcome(check)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function NextSteps({ report }: { report: Report }) {
  const title = useId();
  if (report.nextSteps.length === 0) return null;
  return (
    <section class="steps" aria-labelledby={title}>
      <h2 id={title}>{say('steps.title')}</h2>
      <ol>
        {report.nextSteps.map((step, index) => (
          <li key={index} class="card">
            <h3 {...inContent()}>{step.title}</h3>
            <p {...inContent()}>{step.text}</p>
            <p class="blank" aria-hidden="true">{say('steps.who')} <span /> {say('steps.when')} <span /></p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What stands behind the numbers, for who wants to check them. */
export function MethodBox({ report }: { report: Report }) {
  const { struggleGate, gapGate } = report.method;
  return (
    <section class="method-box" aria-labelledby="method-title">
      <h2 id="method-title">{say('method.title')}</h2>
      <p>{say('method.text', { struggleGate, gapGate })}</p>
      <p>{say('method.census', { n: report.n, size: report.size })} {say('method.honest')} <a href={at('/method')}>{say('wrong.more')}</a></p>
      <dl>
        <div><dt>{say('method.instrument')}</dt><dd>{report.instrument.id} {report.instrument.version}</dd></div>
        <div><dt>{say('method.engine')}</dt><dd>{report.engine}, {report.verdict.rule}</dd></div>
        <div><dt>{say('method.closed')}</dt><dd>{report.round.closedOn ? asDate(report.round.closedOn) : '–'}</dd></div>
        {report.round.entry && <div><dt>{core('way')}</dt><dd>{core(`way.${report.round.entry}`)}</dd></div>}
        <div><dt>{say('method.hash')}</dt><dd><code>{report.instrument.hash}</code></dd></div>
      </dl>
    </section>
  );
}
