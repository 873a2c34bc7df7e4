import { useId, useState } from 'preact/hooks';
import type { Report } from '../api/model';
import { inContent } from '../i18n/language';
import { asList } from '../i18n/texts';
import { Shape } from '../shared/Shape';
import { sideOf } from './reading';
import { say } from './texts';
import { outcomeAt, ownGates, quadrantAt, sameOutcome } from './whatIf';

/** What other gates would make of the figures that were released. It lives on this screen only and leaves the verdict alone. */
export function WhatIf({ report }: { report: Report }) {
  const own = ownGates(report);
  const [gates, setGates] = useState(own);
  if (report.verdict.code === 'NOT_ENOUGH_DATA' || report.roles.length === 0) return null;
  const outcome = outcomeAt(report, gates);
  const same = sameOutcome(outcome, outcomeAt(report, own));
  const roles = outcome.missing.length > 0 ? outcome.missing : outcome.unsupported;
  const names = { n: roles.length, roles: asList(roles.map(({ name }) => name)) };
  const sentence = outcome.missing.length > 0 ? say('whatIf.missing', names) : roles.length > 0 ? say('whatIf.unsupported', names) : say('whatIf.nobody');
  return (
    <details class="card what-if" data-testid="what-if">
      <summary><h2>{say('whatIf.title')}</h2></summary>
      <p>{say('whatIf.text')}</p>
      <div class="what-if-gates">
        <Gate label={say('whatIf.struggle')} own={own.struggle} value={gates.struggle} onMove={(struggle) => setGates({ ...gates, struggle })} />
        <Gate label={say('whatIf.gap')} own={own.gap} value={gates.gap} onMove={(gap) => setGates({ ...gates, gap })} />
      </div>
      <div class="what-if-outcome">
        <p class="what-if-mark">{say('whatIf.mark')}</p>
        <p role="status"><strong>{sentence}</strong> {say(same ? 'whatIf.same' : 'whatIf.other')}</p>
        <ul class="verdict-roles">
          {report.roles.map((role) => {
            const side = sideOf(role);
            const quadrant = quadrantAt(role, gates, own);
            return (
              <li key={role.id} class={side ?? ''}>
                {side && <Shape side={side} state={quadrant} />}
                <span><strong {...inContent()}>{role.name}</strong>{quadrant ? say(`quadrant.${quadrant}`) : say('tooFew')}</span>
              </li>
            );
          })}
        </ul>
      </div>
      <p class="actions"><button type="button" class="button quiet small" onClick={() => setGates(own)}>{say('whatIf.back')}</button></p>
    </details>
  );
}

function Gate({ label, own, value, onMove }: { label: string; own: number; value: number; onMove: (value: number) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-own`}>{say('whatIf.own', { gate: own })}</p>
      <div class="what-if-slide">
        <input id={id} type="range" min="0" max="100" step="1" value={value} aria-describedby={`${id}-own`} onInput={(event) => onMove(event.currentTarget.valueAsNumber)} />
        <span class="what-if-value" aria-hidden="true">{value}</span>
      </div>
    </div>
  );
}
