import { language } from '../i18n/language';
import { WRITTEN } from '../i18n/texts';
import { say } from './texts';
// written by `rolewise simulate --reference`, never by hand
import figures from './simulation.json';

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

function percent(value: number): string {
  return (value / 100).toLocaleString(WRITTEN[language.value], { style: 'percent', ...ONE_DECIMAL });
}

function points(value: number): string {
  return value.toLocaleString(WRITTEN[language.value], ONE_DECIMAL);
}

/** How often the instrument is wrong about invented teams, and how far a score moves by itself. */
export function Simulated() {
  return (
    <>
      <section class="simulated">
        <h2>{say('method.wrong.title')}</h2>
        <p>{say('method.wrong.text')}</p>
        <Sizes />
        <p class="hint">{say('method.wrong.note')}</p>
        <h3>{say('method.weak.title')}</h3>
        <WeakSpots />
      </section>
      <section class="simulated">
        <h2>{say('method.trend.title')}</h2>
        <p>{say('method.trend.text')}</p>
        <Trend />
      </section>
    </>
  );
}

function Sizes() {
  const error = Math.max(...figures.sizes.flatMap(({ clear, mild }) => [clear.largestError, mild.largestError]));
  const teams = figures.kinds * figures.teamsPerKind;
  return (
    <div class="figures-scroll" role="region" aria-label={say('method.wrong.title')} tabIndex={0}>
      <table class="figures">
        <caption><span>{say('method.wrong.caption', { teams, seed: String(figures.seed), error: points(error) })}</span></caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{say('method.wrong.size')}</th>
            <th scope="colgroup" colSpan={2}>{say('method.wrong.verdict')}</th>
            <th scope="col" rowSpan={2} class="starts">{say('method.wrong.false')}</th>
            <th scope="col" rowSpan={2}>{say('method.wrong.none')}</th>
            <th scope="colgroup" colSpan={3}>{say('method.wrong.stability')}</th>
          </tr>
          <tr>
            <th scope="col" class="starts">{say('method.wrong.clear')}</th>
            <th scope="col">{say('method.wrong.mild')}</th>
            <th scope="col" class="starts">{say('method.wrong.stable')}</th>
            <th scope="col">{say('method.wrong.rightStable')}</th>
            <th scope="col">{say('method.wrong.rightUnstable')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.sizes.map(({ size, clear, mild }) => (
            <tr key={size}>
              <th scope="row">{size}</th>
              <td class="starts">{percent(clear.right)}</td>
              <td>{percent(mild.right)}</td>
              <td class="starts">{percent(Math.max(clear.falseAdvice, mild.falseAdvice))}</td>
              <td>{percent(Math.max(clear.noVerdict, mild.noVerdict))}</td>
              <td class="starts">{percent(mild.stable)}</td>
              <td>{percent(mild.rightWhenStable)}</td>
              <td>{percent(mild.rightWhenUnstable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WeakSpots() {
  const { dontKnow, gloom, straightLiner, yeaSaying } = figures.weakSpots;
  return (
    <ul class="marks">
      <li>{say('method.weak.dontKnow', { percent: `${dontKnow.percent}%`, noVerdict: percent(dontKnow.noVerdict), right: percent(dontKnow.right) })}</li>
      <li>{say('method.weak.gloom', { falseAdvice: percent(gloom.falseAdvice), warned: percent(gloom.warned) })}</li>
      <li>{say('method.weak.straightLiner', { right: percent(straightLiner.right) })}</li>
      <li>{say('method.weak.yeaSaying', { balanced: points(yeaSaying.balanced), problemsOnly: points(yeaSaying.problemsOnly) })}</li>
    </ul>
  );
}

function Trend() {
  return (
    <div class="figures-scroll" role="region" aria-label={say('method.trend.title')} tabIndex={0}>
      <table class="figures">
        <caption><span>{say('method.trend.caption', { teams: figures.trendTeams, seed: String(figures.trendSeed) })}</span></caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{say('method.trend.people')}</th>
            <th scope="colgroup" colSpan={2}>{say('method.trend.sides')}</th>
            <th scope="colgroup" colSpan={2}>{say('method.trend.programme')}</th>
          </tr>
          <tr>
            <th scope="col" class="starts">{say('method.trend.same')}</th>
            <th scope="col">{say('method.trend.new')}</th>
            <th scope="col" class="starts">{say('method.trend.same')}</th>
            <th scope="col">{say('method.trend.new')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.trend.map((row) => (
            <tr key={row.people}>
              <th scope="row">{row.people}</th>
              <td class="starts">{points(row.same)}</td>
              <td>{points(row.new)}</td>
              <td class="starts">{points(row.programmeSame)}</td>
              <td>{points(row.programmeNew)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
