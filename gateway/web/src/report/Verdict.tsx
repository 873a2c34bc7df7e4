import type { Report } from '../api/model';
import { at, inContent } from '../i18n/language';
import { around } from '../i18n/texts';
import { Content } from '../shared/Content';
import { Shape } from '../shared/Shape';
import { doubts, sideOf, sidesOf, untold } from './reading';
import { say } from './texts';

/** The strength of the verdict in one line. */
export function strength(report: Report): string | null {
  const { firmness } = report.verdict;
  if (!firmness) return null;
  const missing = report.stability?.missingAnswers.missing ?? 0;
  if (firmness === 'provisional') return say('strength.provisional', { n: missing });
  if (firmness === 'leaning' && untold(report).includes('person')) return say('strength.untold');
  return say(`strength.${firmness}`);
}

/** The verdict itself, its strength, and what it rests on. */
export function Verdict({ report }: { report: Report }) {
  const { verdict } = report;
  const [first] = sidesOf(verdict.code);
  const line = strength(report);
  return (
    <section class={`verdict ${first ?? 'none'}`} aria-label={say('verdict')}>
      <p class="verdict-text" {...inContent()}>{verdict.text}</p>
      {line && (
        <p class={`strength ${verdict.firmness}`} data-testid="strength">
          <svg viewBox="0 0 36 16" aria-hidden="true" focusable="false">
            {[0, 1, 2].map((bar) => (
              <rect key={bar} class={bar < { firm: 3, provisional: 2, leaning: 1 }[verdict.firmness ?? 'leaning'] ? 'on' : 'off'} x={bar * 12 + 1} y={11 - bar * 5} width="9" height={4 + bar * 5} rx="1.5" />
            ))}
          </svg>
          <span>{line} {verdict.confidence && say(`confidence.${verdict.confidence}`)}</span>
        </p>
      )}
      {report.roles.length > 0 && (
        <ul class="verdict-roles">
          {report.roles.map((role) => {
            const side = sideOf(role);
            return (
              <li key={role.id} class={side ?? ''}>
                {side && <Shape side={side} state={role.quadrant} />}
                <span><strong {...inContent()}>{role.name}</strong>{role.quadrant ? say(`quadrant.${role.quadrant}`) : say('tooFew')}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

export function Reasons({ report }: { report: Report }) {
  const { verdict } = report;
  return (
    <div class="reasons">
      <section class="card" aria-labelledby="because-title">
        <h2 id="because-title">{say('because.title')}</h2>
        <ul class="marks" {...inContent()}>{verdict.because.map((reason, index) => <li key={index}>{reason.text}</li>)}</ul>
        {verdict.forms.length > 0 && (
          <>
            <h3>{say('form.title')}</h3>
            <ul class="marks" {...inContent()}>{verdict.forms.map((form) => <li key={form.code}>{form.text}</li>)}</ul>
          </>
        )}
        {verdict.findings.length > 0 && (
          <>
            <h3>{say('also.title')}</h3>
            <ul class="marks" {...inContent()}>{verdict.findings.map((finding, index) => <li key={index}>{finding.text}</li>)}</ul>
          </>
        )}
      </section>
      <Wrong report={report} />
    </div>
  );
}

/** Why it could be wrong: what tips it, and what no calculation can see. */
function Wrong({ report }: { report: Report }) {
  const found = doubts(report);
  const kept = untold(report);
  const areas = report.stability?.leaveOneAreaOut.areas.map((id) => report.areas.find((area) => area.id === id)?.name ?? id).join(', ') ?? '';
  const missing = report.stability?.missingAnswers.missing ?? 0;
  return (
    <section class="card wrong" aria-labelledby="wrong-title">
      <h2 id="wrong-title">{say('wrong.title')}</h2>
      <ul class="marks crosses">
        {found.includes('person') && <li>{say('wrong.person')}</li>}
        {found.includes('missing') && <li>{say('wrong.missing', { n: missing })}</li>}
        {found.includes('area') && <li>{around(say('wrong.area'), 'areas', <Content>{areas}</Content>)}</li>}
        {found.includes('wording') && <li>{say('wrong.wording')}</li>}
        {found.includes('scenarios') && <li>{say(report.stability?.scenarios.agree === null ? 'wrong.scenarios.few' : 'wrong.scenarios')}</li>}
        {kept.length > 0 && <li>{say('wrong.untold')}</li>}
        {report.stability && found.length + kept.length === 0 && <li>{say('wrong.nothing')}</li>}
        {report.method.periodWeeks !== undefined && <li>{say('wrong.period', { n: report.method.periodWeeks })}</li>}
        <li>{say('wrong.method')} <a href={at('/method')}>{say('wrong.more')}</a></li>
      </ul>
    </section>
  );
}
