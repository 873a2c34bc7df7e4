import { content } from '../api/operations';
import type { Role } from '../api/model';
import { teams } from '../device/organisers';
import { at, inContent } from '../i18n/language';
import { Naming } from '../shared/Naming';
import { Page } from '../shared/Page';
import { useDocument } from '../shared/loading';
import { instruments, roleOf, sideOf } from '../shared/instruments';
import { Shape, SIDES } from '../shared/Shape';
import { ExampleTeaser } from './ExampleTeaser';
import { QuickCheck } from './QuickCheck';
import { matching } from './quickCheck';
import { say } from './texts';

/** The start page: in half a minute what it is about, a check of one's own, and what comes out. */
export function Home() {
  return (
    <Page class="home" title={say('home.title')} lead={say('home.lead')}>
      <div class="hero-actions actions">
        <a class="button primary big" href="/new">{say('home.start')}</a>
        <a class="button big" href={at('/example')}>{say('home.example')}</a>
        <p class="hint">{say('home.free')}</p>
        {teams.value.length > 0 && (
          <ul class="known-teams" aria-label={say('home.teams')}>
            {teams.value.map((team) => <li key={team.id}><a href={`/#/team/${team.id}`}><Naming sentence={say('home.team')} team={team.name} /></a></li>)}
          </ul>
        )}
      </div>
      <div class="hero-check">
        <QuickCheck />
      </div>
      <Sides />
      <ExampleTeaser />
      <Days />
      <Situations />
      <How />
    </Page>
  );
}

/** Until the role of a side is known, or where it has none, all roles are one step away. */
const linkTo = (role: string | null) => (role === null ? '/roles' : `/roles/${role}`);

function Sides() {
  const { data } = useDocument(instruments, 'instruments');
  const { data: scenarios } = useDocument(content.scenarios, 'scenarios');
  const nobody = scenarios && matching(scenarios, 'NONE', (side) => roleOf(data?.[0], side));
  return (
    <section class="band sides-band" aria-labelledby="sides-title">
      <h2 id="sides-title">{say('sides.title')}</h2>
      <p class="lead">{say('sides.lead')}</p>
      <ul class="side-cards">
        {SIDES.map((side) => (
          <li key={side} class={`side-card ${side}`}>
            <Shape side={side} class="side-card-shape" />
            <p class="side-question">{say(`side.${side}`)}</p>
            <h3><a href={at(linkTo(roleOf(data?.[0], side)))}>{say(`sides.${side}.name`)}</a></h3>
            <p>{say(`sides.${side}.text`)}</p>
            <p class="side-sign">{say(`sides.${side}.sign`)}</p>
          </li>
        ))}
        <li class="side-card nobody">
          <span class="nobody-shapes"><Shape side="product" /><Shape side="project" /><Shape side="programme" /></span>
          <p class="side-question">{say('sides.nobody.question')}</p>
          <h3><a href={at(nobody ? `/scenarios/${nobody.id}` : '/scenarios')}>{say('sides.nobody.name')}</a></h3>
          <p>{say('sides.nobody.text')}</p>
          <p class="side-sign">{say('sides.nobody.sign')}</p>
        </li>
      </ul>
      <p class="actions"><a class="button" href={at('/compare')}>{say('sides.compare')}</a><a href={at('/roles')}>{say('sides.all')}</a></p>
    </section>
  );
}

/** Two working days next to each other, with the moments at which they touch. */
function Days() {
  const { data } = useDocument(
    async () => {
      const [first] = await instruments();
      const pair = [roleOf(first, 'product'), roleOf(first, 'project')].filter((id) => id !== null);
      return Promise.all(pair.map(content.role));
    },
    'days',
  );
  if (!data) return null;
  return (
    <section class="band" aria-labelledby="days-title">
      <h2 id="days-title">{say('days.title')}</h2>
      <p class="lead">{say('days.lead')}</p>
      <div class="days">{data.map((role) => <Day key={role.id} role={role} />)}</div>
    </section>
  );
}

export function Day({ role }: { role: Role }) {
  const side = sideOf(role.id);
  return (
    <article class={`day ${side ?? ''}`}>
      <h3>{side && <Shape side={side} />}<span {...inContent()}>{role.name}</span></h3>
      <ol class="day-hours">
        {role.dayInTheLife.map((hour, index) => {
          const other = hour.touches ? sideOf(hour.touches.role) : null;
          return (
            <li key={index} class={hour.touches ? 'touches' : ''}>
              <time>{hour.time}</time>
              <div>
                <p {...inContent()}>{hour.text}</p>
                {hour.touches && (
                  <p class={`touch ${other ?? ''}`}>{other && <Shape side={other} />}<span {...inContent()}>{hour.touches.text}</span></p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </article>
  );
}

function Situations() {
  const { data } = useDocument(content.scenarios, 'scenarios');
  if (!data) return null;
  return (
    <section class="band" aria-labelledby="situations-title">
      <h2 id="situations-title">{say('situations.title')}</h2>
      <p class="lead">{say('situations.lead')}</p>
      <ul class="situation-cards">
        {data.slice(0, 6).map((scenario) => (
          <li key={scenario.id} class="card" {...inContent()}>
            <h3><a href={at(`/scenarios/${scenario.id}`)}>{scenario.title}</a></h3>
            <p>{scenario.situation}</p>
          </li>
        ))}
      </ul>
      <p><a class="button" href={at('/scenarios')}>{say('situations.all')}</a></p>
    </section>
  );
}

function How() {
  return (
    <section class="band how" aria-labelledby="how-title">
      <h2 id="how-title">{say('how.title')}</h2>
      <ol class="how-steps">
        {(['ask', 'answer', 'read'] as const).map((step) => (
          <li key={step}>
            <h3>{say(`how.${step}.title`)}</h3>
            <p>{say(`how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <p class="how-note">{say('how.small')}</p>
      <p class="actions">
        <a class="button primary big" href="/new">{say('home.start')}</a>
        <a href="/questionnaire">{say('how.preview')}</a>
        <a href={at('/privacy')}>{say('how.privacy')}</a>
      </p>
    </section>
  );
}
