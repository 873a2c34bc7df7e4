import { at } from '../i18n/language';
import { say } from './texts';

/** A drawing of a report's axis: an invented team with one side in trouble. */
export function ExampleTeaser() {
  const rows = [
    { side: 'product', at: 78, y: 34 },
    { side: 'project', at: 31, y: 74 },
    { side: 'programme', at: 22, y: 114 },
  ] as const;
  const x = (value: number) => 20 + value * 4.4;
  return (
    <section class="band teaser" aria-labelledby="teaser-title">
      <div>
        <h2 id="teaser-title">{say('teaser.title')}</h2>
        <p class="lead">{say('teaser.text')}</p>
        <p><a class="button" href={at('/example')}>{say('home.example')}</a></p>
      </div>
      <figure class="card teaser-figure">
        <figcaption>
          <span class="tag">{say('teaser.label')}</span>
          <strong>{say('teaser.verdict')}</strong>
        </figcaption>
        <svg viewBox="0 0 480 150" role="img" aria-label={say('teaser.alt')}>
          <rect class="beyond" x={x(45)} y="10" width={x(100) - x(45)} height="128" rx="6" />
          <path class="gate" d={`M${x(45)} 6V142`} />
          {rows.map(({ side, at, y }) => (
            <g key={side} class={side}>
              <path class="rail" d={`M${x(0)} ${y}H${x(100)}`} />
              <path class="reach" d={`M${x(0)} ${y}H${x(at)}`} />
              {side === 'product' && <circle class="mark open" cx={x(at)} cy={y} r="12" />}
              {side === 'project' && <rect class="mark" x={x(at) - 11} y={y - 11} width="22" height="22" rx="4" />}
              {side === 'programme' && <path class="mark" d={`M${x(at)} ${y - 14}l14 14l-14 14l-14-14Z`} />}
            </g>
          ))}
        </svg>
        <p class="hint">{say('teaser.legend')}</p>
      </figure>
    </section>
  );
}
