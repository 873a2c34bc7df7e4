import { scaleLinear } from 'd3-scale';
import type { Report, ReportRole } from '../api/model';
import { inContent } from '../i18n/language';
import { Shape } from '../shared/Shape';
import { around, asList } from '../i18n/texts';
import { Content } from '../shared/Content';
import { content, Figure } from './Figure';
import { sideOf, whole } from './reading';
import { say } from './texts';

const at = scaleLinear([0, 100], [0, 100]).clamp(true);
const percent = (value: number) => `${at(value)}%`;

function Rail({ role, value, gate, interval }: { role: ReportRole; value: number | null; gate: number; interval?: number[] | null }) {
  const side = sideOf(role) ?? 'product';
  return (
    <div class="rail">
      <svg class={side} width="100%" height="44" aria-hidden="true" focusable="false">
        <rect class="beyond" x={percent(gate)} y="2" width={percent(100 - gate)} height="40" rx="5" />
        <line class="track" x1="0%" x2="100%" y1="22" y2="22" />
        <line class="gate" x1={percent(gate)} x2={percent(gate)} y1="0" y2="44" />
        {interval && interval[0] !== undefined && interval[1] !== undefined && (
          <line class="interval" x1={percent(interval[0])} x2={percent(interval[1])} y1="22" y2="22" />
        )}
      </svg>
      {value !== null && (
        <span class={`rail-mark ${side}`} style={{ insetInlineStart: percent(value) }}>
          <Shape side={side} state={role.quadrant} />
          <span class="rail-value">{whole(value, gate)}</span>
        </span>
      )}
    </div>
  );
}

/** Each role on two axes, how much it hurts and how much nobody takes care of, with the gate on each. */
export function RoleAxis({ report }: { report: Report }) {
  const { struggleGate, gapGate } = report.method;
  const beyond = report.roles.filter((role) => role.quadrant === 'VACANT').map((role) => role.name);
  const everyone = report.n === report.size;
  return (
    <Figure
      title={say('axis.title')}
      summary={
        <>
          {beyond.length > 0 ? around(say('axis.beyond'), 'roles', <Content>{asList(beyond)}</Content>) : say('axis.none')}{' '}
          {everyone ? say('axis.census') : report.roles.some((role) => role.interval) ? say('axis.interval') : ''}
        </>
      }
      table={{
        head: [say('role'), say('struggle'), say('interval'), say('gap'), say('means')],
        rows: report.roles.map((role) => [
          content(role.name), whole(role.struggle, struggleGate), role.interval ? `${whole(role.interval[0] ?? null)}–${whole(role.interval[1] ?? null)}` : '–', whole(role.gap, gapGate),
          role.quadrant ? say(`quadrant.${role.quadrant}`) : say('tooFew'),
        ]),
      }}
    >
      <div class="axis">
        <div class="axis-head" aria-hidden="true">
          <span />
          <span>{say('struggle.axis')}<em>{say('gate', { gate: struggleGate })}</em></span>
          <span>{say('gap.axis')}<em>{say('gate', { gate: gapGate })}</em></span>
        </div>
        {report.roles.map((role) => {
          const side = sideOf(role);
          return (
            <div key={role.id} class="axis-row">
              <p class={`axis-role ${side ?? ''}`}>
                {side && <Shape side={side} state={role.quadrant} />}
                <span><strong {...inContent()}>{role.name}</strong>{role.quadrant ? say(`quadrant.${role.quadrant}`) : say('tooFew')}</span>
              </p>
              <div><span class="axis-label" aria-hidden="true">{say('struggle.axis')}, {say('gate', { gate: struggleGate })}</span><Rail role={role} value={role.struggle} gate={struggleGate} interval={role.interval} /></div>
              <div><span class="axis-label" aria-hidden="true">{say('gap.axis')}, {say('gate', { gate: gapGate })}</span><Rail role={role} value={role.gap} gate={gapGate} /></div>
            </div>
          );
        })}
      </div>
    </Figure>
  );
}
