import { content } from '../api/operations';
import type { Privacy as PrivacyDocument } from '../api/model';
import { core } from '../i18n/core';
import { at, inContent } from '../i18n/language';
import { Content } from '../shared/Content';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { sideOf } from '../shared/instruments';
import { Shape } from '../shared/Shape';
import { Simulated } from './Simulated';
import { saveAsFile } from '../shared/download';
import { say } from './texts';

export function RoleMarks({ roles }: { roles: string[] }) {
  const sides = roles.map(sideOf).filter((side) => side !== null);
  if (sides.length === 0) return null;
  return <span class="role-marks">{sides.map((side) => <Shape key={side} side={side} />)}</span>;
}

export function Scenarios() {
  const { data, problem, reload } = useDocument(content.scenarios, 'scenarios');
  if (!data) return <Waiting title={say('situations.title')} problem={problem} retry={reload} />;
  return (
    <Page title={say('situations.title')} lead={say('situations.lead')}>
      <p class="actions"><a class="button" href={at('/scenarios/advice')}>{say('situations.advice')}</a></p>
      <ul class="situation-cards">
        {data.map((scenario) => (
          <li key={scenario.id} class="card" {...inContent()}>
            <h2 class="as-h3"><a href={at(`/scenarios/${scenario.id}`)}>{scenario.title}</a></h2>
            <p>{scenario.situation}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** What helps in a situation, why, and when it does not. */
export function Helps({ scenario, level: Heading }: { scenario: { advice: string; why: string | null; butWhen: string | null }; level: 'h3' | 'h4' }) {
  return (
    <>
      <p class="advice-text" {...inContent()}>{scenario.advice}</p>
      {scenario.why && <><Heading>{say('scenario.why')}</Heading><p {...inContent()}>{scenario.why}</p></>}
      {scenario.butWhen && <><Heading>{say('scenario.but')}</Heading><p {...inContent()}>{scenario.butWhen}</p></>}
    </>
  );
}

export function ScenarioPage({ id }: { id: string }) {
  const { data, problem, reload } = useDocument(() => content.scenario(id), `scenario/${id}`);
  const { data: all } = useDocument(content.roles, 'roles');
  if (!data) return <Waiting title={say('situations.title')} problem={problem} retry={reload} />;
  return (
    <Page title={data.title} heading={<Content>{data.title}</Content>} lead={<Content>{data.situation}</Content>} eyebrow={<a href={at('/scenarios')}>{say('situations.title')}</a>}>
      <div class="scenario">
        <section class="card">
          <h2 class="as-h3">{say('scenario.signals')}</h2>
          <ul class="marks" {...inContent()}>{data.signals.map((signal) => <li key={signal}>{signal}</li>)}</ul>
        </section>
        <section class="card advice">
          <h2 class="as-h3"><RoleMarks roles={data.roles} />{say('scenario.advice')}</h2>
          <Helps scenario={data} level="h3" />
          {data.roles.length > 0 && (
            <ul class="role-links" {...inContent()}>
              {data.roles.map((role) => <li key={role}><a class="button small" href={at(`/roles/${role}`)}>{all?.find((entry) => entry.id === role)?.name ?? role}</a></li>)}
            </ul>
          )}
        </section>
      </div>
      <section class="band invite-band">
        <h2>{say('scenario.check')}</h2>
        <p class="lead">{say('quick.oneView')}</p>
        <p class="actions"><a class="button primary" href="/new">{core('nav.new')}</a><a href={at('/scenarios')}>{say('situations.all')}</a></p>
      </section>
    </Page>
  );
}

export function Glossary() {
  const { data, problem, reload } = useDocument(content.glossary, 'glossary');
  if (!data) return <Waiting title={core('nav.glossary')} problem={problem} retry={reload} />;
  return (
    <Page title={core('nav.glossary')} lead={say('glossary.lead')}>
      <dl class="glossary">
        {data.terms.map((term) => (
          <div key={term.id} id={term.id}>
            <dt {...inContent()}>{term.term}</dt>
            <dd>
              <p {...inContent()}>{term.definition}</p>
              {term.example && <p class="hint">{say('glossary.example')} <span {...inContent()}>{term.example}</span></p>}
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

export function Guides() {
  const { data, problem, reload } = useDocument(content.guides, 'guides');
  if (!data) return <Waiting title={core('nav.guides')} problem={problem} retry={reload} />;
  return (
    <Page title={core('nav.guides')} lead={say('guides.lead')}>
      <ul class="plain-cards">
        {data.map((guide) => (
          <li key={guide.id} class="card" {...inContent()}>
            <h2 class="as-h3"><a href={at(`/guides/${guide.id}`)}>{guide.title}</a></h2>
            <p>{guide.summary}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function GuidePage({ id }: { id: string }) {
  const { data, problem, reload } = useDocument(() => content.guide(id), `guide/${id}`);
  if (!data) return <Waiting title={core('nav.guides')} problem={problem} retry={reload} />;
  const download = () => saveAsFile(data.template.filename, 'text/markdown', data.template.markdown);
  return (
    <Page class="guide" title={data.title} heading={<Content>{data.title}</Content>} lead={<Content>{data.summary}</Content>} eyebrow={<a href={at('/guides')}>{core('nav.guides')}</a>}>
      <p class="notice" {...inContent()}>{data.when}</p>
      <ol class="guide-steps" {...inContent()}>
        {data.steps.map((step) => <li key={step.name}><h2 class="as-h3">{step.name}</h2><p>{step.text}</p></li>)}
      </ol>
      <section class="card template">
        <h2>{say('guide.template')}</h2>
        <p>{say('guide.template.text')}</p>
        <button type="button" class="button primary scripted" onClick={download}>{say('guide.download', { file: data.template.filename })}</button>
        <details><summary>{say('guide.show')}</summary><pre tabIndex={0} {...inContent()}>{data.template.markdown}</pre></details>
      </section>
    </Page>
  );
}

export function Privacy() {
  const { data, problem, reload } = useDocument(content.privacy, 'privacy');
  if (!data) return <Waiting title={core('nav.privacy')} problem={problem} retry={reload} />;
  return (
    <Page title={core('nav.privacy')} lead={say('privacy.lead')}>
      <ul class="plain-cards promise-cards">{data.promise.map(({ code, text }) => <li key={code} class="card"><p>{text}</p></li>)}</ul>
      <section class="band two">
        <div><h2>{say('privacy.device')}</h2><ul class="marks">{(['draft', 'form', 'organiser', 'language'] as const).map((what) => <li key={what}>{say(`privacy.device.${what}`)}</li>)}</ul></div>
        <div><h2>{say('privacy.limits')}</h2><ul class="marks">{data.limits.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></div>
      </section>
      <Stored tables={data.tables} />
    </Page>
  );
}

/** Every column there is, for who wants to check the promise against it. */
function Stored({ tables }: { tables: PrivacyDocument['tables'] }) {
  return (
    <section class="band stored">
      <h2>{say('privacy.stored')}</h2>
      <p class="lead">{say('privacy.stored.text')}</p>
      {tables.map((table) => (
        <details key={table.name}>
          <summary><span><strong>{table.name}</strong>{table.aboutAnswers && <span class="tag">{say('privacy.answers')}</span>}{table.holds && <span class="hint">{table.holds}</span>}</span></summary>
          <div class="stored-scroll" role="region" aria-label={table.name} tabIndex={0}>
            <table>
              <thead><tr><th scope="col">{say('privacy.column')}</th><th scope="col">{say('privacy.type')}</th><th scope="col">{say('privacy.holds')}</th></tr></thead>
              <tbody>{table.columns.map((column) => <tr key={column.name}><th scope="row">{column.name}</th><td>{column.type}</td><td>{column.holds ?? '–'}</td></tr>)}</tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}

export function Method() {
  const prose = (part: 'ask' | 'gates' | 'verdict' | 'sure' | 'never' | 'who') => (
    <section key={part} class="prose"><h2>{say(`method.${part}.title`)}</h2><p>{say(`method.${part}.text`)}</p></section>
  );
  return (
    <Page class="method" title={core('nav.method')} lead={say('method.lead')}>
      <p class="notice">{say('method.honest')}</p>
      {(['ask', 'gates', 'verdict', 'sure'] as const).map(prose)}
      <Simulated />
      {(['never', 'who'] as const).map(prose)}
      <p class="actions"><a class="button" href="/questionnaire">{say('how.preview')}</a><a href={at('/example')}>{say('home.example')}</a></p>
    </Page>
  );
}
