import { useId, useState } from 'preact/hooks';
import type { Report, ReportArea } from '../api/model';
import { inContent } from '../i18n/language';
import { around } from '../i18n/texts';
import { Shape } from '../shared/Shape';
import { Content } from '../shared/Content';
import { content, Figure } from './Figure';
import { bySplit, byWeight, divergingUnits, halfWidth, leaning, sideOf, whole } from './reading';
import { say } from './texts';

const HEIGHTS = [26, 16, 7, 16, 26];
const KINDS = ['well strong', 'well', 'between', 'hurts', 'hurts strong'];
const ROW = 30;

/** One answer is one block: left of the middle it goes well, right of it it hurts; taller is stronger. */
function Diverging({ distribution, half }: { distribution: number[]; half: number }) {
  const gap = half > 45 ? 0 : half > 20 ? 0.15 : 0.35;
  return (
    <svg class="diverging" width="100%" height={ROW} aria-hidden="true" focusable="false">
      <line class="middle" x1="50%" x2="50%" y1="0" y2={ROW} />
      {divergingUnits(distribution, half).map(({ x, width, level }, index) => {
        const height = HEIGHTS[level] ?? 0;
        return <rect key={index} class={KINDS[level]} x={`${x + gap / 2}%`} width={`${Math.max(0.2, width - gap)}%`} y={(ROW - height) / 2} height={height} rx="2" />;
      })}
    </svg>
  );
}

function sentence(area: ReportArea): string {
  if (!area.distribution) return say('tooFew');
  const { hurts, well, total } = leaning(area.distribution);
  return say('evidence.row', { hurts, well, total });
}

type Order = 'weight' | 'split';

/** @param fixed the order where nobody is to choose one */
export function Evidence({ report, fixed }: { report: Report; fixed?: Order }) {
  const { struggleGate, gapGate } = report.method;
  const [chosen, setOrder] = useState<Order>('weight');
  const order = fixed ?? chosen;
  const areas = order === 'split' ? bySplit(report) : byWeight(report);
  const heaviest = byWeight(report)[0];
  const half = halfWidth(areas.flatMap((area) => (area.distribution ? [area.distribution] : [])));
  return (
    <Figure
      title={say('evidence.title')}
      summary={<>{say('evidence.text')} {heaviest && heaviest.struggle !== null && around(say('evidence.top'), 'area', <Content>{heaviest.name}</Content>)}</>}
      legend={
        <div class="diverging-legend">
          <span>← {say('evidence.well')}</span><span>{say('evidence.between')}</span><span>{say('evidence.hurts')} →</span>
        </div>
      }
      table={{
        head: [say('area'), say('level.0'), '1', '2', '3', say('level.4'), say('dontKnow'), say('struggle'), say('gap')],
        rows: areas.map((area) => [
          content(area.name), ...(area.distribution ?? ['–', '–', '–', '–', '–']), area.dontKnow ?? '–',
          whole(area.struggle, struggleGate), whole(area.gap, gapGate),
        ]),
      }}
    >
      {!fixed && report.areas.some(({ agreement }) => agreement) && <Sorting order={order} choose={setOrder} />}
      <ul class="evidence">
        {areas.map((area) => {
          const side = sideOf(area);
          return (
            <li key={area.id} class={side ?? ''}>
              <div class="evidence-name">
                {side && <Shape side={side} state={area.quadrant} />}
                <p><strong {...inContent()}>{area.name}</strong>{area.quadrant ? say(`quadrant.${area.quadrant}`) : say('tooFew')}</p>
              </div>
              <div class="evidence-chart">
                {area.distribution && <Diverging distribution={area.distribution} half={half} />}
                <p class="hint">{sentence(area)}{area.split && <strong class="apart">{say('evidence.apart')}</strong>}</p>
              </div>
              {area.struggle !== null && area.gap !== null && (
                <dl class="evidence-scores">
                  <div class={area.struggle >= struggleGate ? 'high' : ''}><dt>{say('struggle')}</dt><dd>{whole(area.struggle, struggleGate)}</dd></div>
                  <div class={area.gap >= gapGate ? 'high' : ''}><dt>{say('gap')}</dt><dd>{whole(area.gap, gapGate)}</dd></div>
                </dl>
              )}
            </li>
          );
        })}
      </ul>
    </Figure>
  );
}

function Sorting({ order, choose }: { order: Order; choose: (order: Order) => void }) {
  const name = useId();
  return (
    <fieldset class="sorting">
      <legend>{say('sort')}</legend>
      {(['weight', 'split'] as const).map((each) => (
        <label key={each} class="check">
          <input type="radio" name={name} value={each} checked={order === each} onChange={() => choose(each)} />
          <span>{say(`sort.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
