import { useEffect, useState } from 'preact/hooks';
import { content } from '../api/operations';
import type { Advice as AdviceDocument, ScenarioItem } from '../api/model';
import { at, inContent } from '../i18n/language';
import { go } from '../router';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { sideOf } from '../shared/instruments';
import { Shape } from '../shared/Shape';
import { Helps, RoleMarks } from './Reading';
import { say } from './texts';

/** As many as the server takes. */
const MOST = 40;

/** From the signals that a team recognises to the situations they fit, and to what helps. */
export function Advice({ signals }: { signals: string[] }) {
  const chosen = [...new Set(signals.flatMap((given) => given.split(',')).filter(Boolean))].slice(0, MOST);
  const key = chosen.join(',');
  const { data, problem, reload } = useDocument(
    () => Promise.all([content.scenarios(), chosen.length > 0 ? content.advice(chosen) : null]),
    `advice/${key}`,
  );
  if (!data) return <Waiting title={say('advice.title')} problem={problem} retry={reload} />;
  const [scenarios, advice] = data;
  return (
    <Page title={say('advice.title')} lead={say('advice.lead')} eyebrow={<a href={at('/scenarios')}>{say('situations.title')}</a>}>
      {advice && chosen.length > 0 ? (
        <>
          <Found advice={advice} />
          <section class="band"><h2>{say('advice.again')}</h2><Signals scenarios={scenarios} chosen={chosen} /></section>
        </>
      ) : (
        <Signals scenarios={scenarios} chosen={chosen} />
      )}
    </Page>
  );
}

function Found({ advice }: { advice: AdviceDocument }) {
  return (
    <>
      <section class="advice-found" aria-labelledby="advice-found">
        <h2 id="advice-found">{say('advice.roles')}</h2>
        {advice.roles.length === 0 ? (
          <p class="lead">{say('advice.nobody')}</p>
        ) : (
          <ul class="advice-roles">
            {advice.roles.map((role) => {
              const side = sideOf(role.id);
              return (
                <li key={role.id} class={side ?? ''}>
                  {side && <Shape side={side} />}
                  <a href={at(`/roles/${role.id}`)} {...inContent()}>{role.name}</a>
                  <span class="hint">{say('advice.role', { n: role.signals })}</span>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section class="band">
        <h2>{say('advice.fits')}</h2>
        {advice.items.map((scenario) => (
          <article key={scenario.id} class="card advice advice-fit">
            <h3 class="as-h3"><RoleMarks roles={scenario.roles.map(({ id }) => id)} /><a href={at(`/scenarios/${scenario.id}`)} {...inContent()}>{scenario.title}</a></h3>
            <p class="hint">{say('advice.recognised', { n: scenario.signals.length, of: scenario.of })}</p>
            <ul class="marks" {...inContent()}>{scenario.signals.map((signal) => <li key={signal.id}>{signal.text}</li>)}</ul>
            <Helps scenario={scenario} level="h4" />
          </article>
        ))}
      </section>
    </>
  );
}

function Signals({ scenarios, chosen }: { scenarios: ScenarioItem[]; chosen: string[] }) {
  const [ticked, setTicked] = useState(chosen);
  useEffect(() => setTicked(chosen), [chosen.join(',')]);
  const toggle = (id: string) => setTicked(ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id]);
  return (
    <form
      class="signals"
      onSubmit={(event) => {
        event.preventDefault();
        go(at(ticked.length > 0 ? `/scenarios/advice?signals=${ticked.join(',')}` : '/scenarios/advice'));
      }}
    >
      {scenarios.map((scenario) => (
        <fieldset key={scenario.id} class="card group" {...inContent()}>
          <legend>{scenario.title}</legend>
          {scenario.signals.map((text, index) => {
            const id = `${scenario.id}.${index + 1}`;
            return (
              <label key={id} class="check">
                <input type="checkbox" checked={ticked.includes(id)} onChange={() => toggle(id)} />
                {text}
              </label>
            );
          })}
        </fieldset>
      ))}
      <p class="actions signals-go"><button type="submit" class="button primary big">{say('advice.go')}</button></p>
    </form>
  );
}
