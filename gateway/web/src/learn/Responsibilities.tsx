import { content } from '../api/operations';
import type { Responsibility, ResponsibilityItem } from '../api/model';
import { at, inContent } from '../i18n/language';
import { asList } from '../i18n/texts';
import { Content } from '../shared/Content';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { sideOf } from '../shared/instruments';
import { Shape } from '../shared/Shape';
import { say } from './texts';

const kinds = ['area', 'responsibility', 'task', 'challenge'] as const;

/** What it is; one we have no word for is shown as it came. */
function kindName(kind: string): string {
  const known = kinds.find((one) => one === kind);
  return known ? say(`duty.kind.${known}`) : kind;
}

function DutyLink({ duty }: { duty: { id: string; name: string } }) {
  return <a href={at(`/responsibilities/${duty.id}`)} {...inContent()}>{duty.name}</a>;
}

/** Who does this? All that can be looked up: the areas, and what each role has to do with. */
export function Responsibilities() {
  const { data, problem, reload } = useDocument(() => Promise.all([content.roles(), content.responsibilities()]), 'responsibilities');
  if (!data) return <Waiting title={say('duties.title')} problem={problem} retry={reload} />;
  const [roles, duties] = data;
  return (
    <Page title={say('duties.title')} lead={say('duties.lead')}>
      <section>
        <h2>{say('duties.areas')}</h2>
        <ul class="plain-cards duty-areas">
          {duties.filter(({ kind }) => kind === 'area').map((duty) => (
            <li key={duty.id} class="card">
              <h3><DutyLink duty={duty} /></h3>
              <p {...inContent()}>{duty.text}</p>
              {duty.roles.length > 0 && <p class="duty-roles" {...inContent()}>{asList(duty.roles.map((role) => role.name))}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section class="band">
        <h2>{say('duties.roles')}</h2>
        {roles.map((role) => (
          <OfRole key={role.id} role={role} own={duties.filter(({ kind, roles: whose }) => kind !== 'area' && whose.some(({ id }) => id === role.id))} />
        ))}
      </section>
    </Page>
  );
}

function OfRole({ role, own }: { role: { id: string; name: string }; own: ResponsibilityItem[] }) {
  const side = sideOf(role.id);
  if (own.length === 0) return null;
  return (
    <details class="duty-role">
      <summary>
        <span class={side ?? ''}>
          {side && <span class="role-marks"><Shape side={side} /></span>}
          <strong {...inContent()}>{role.name}</strong>
          <span class="hint">{say('duties.count', { n: own.length })}</span>
        </span>
      </summary>
      <ul class="duty-list">
        {own.map((duty) => <li key={duty.id}><DutyLink duty={duty} /><span class="hint">{kindName(duty.kind)}</span></li>)}
      </ul>
    </details>
  );
}

export function ResponsibilityPage({ id }: { id: string }) {
  const { data, problem, reload } = useDocument(() => content.responsibility(id), `responsibility/${id}`);
  if (!data) return <Waiting title={say('duties.title')} problem={problem} retry={reload} />;
  return (
    <Page
      class="duty"
      title={data.name}
      heading={<Content>{data.name}</Content>}
      lead={<Content>{data.text}</Content>}
      eyebrow={<><a href={at('/responsibilities')}>{say('duties.title')}</a><span aria-hidden="true">·</span> {kindName(data.kind)}</>}
    >
      <Doing heading={say(data.kind === 'challenge' ? 'duty.faces' : 'duty.does')} roles={data.roles} />
      {data.areas.length > 0 && (
        <section class="band">
          <h2>{say('duty.areas')}</h2>
          <ul class="plain-cards">{data.areas.map((area) => <li key={area.id} class="card"><h3><DutyLink duty={area} /></h3><p {...inContent()}>{area.text}</p></li>)}</ul>
        </section>
      )}
      <Doing heading={say('duty.others')} roles={data.others} />
    </Page>
  );
}

function Doing({ heading, roles }: { heading: string; roles: (Responsibility['others'][number] & { expected?: boolean })[] }) {
  if (roles.length === 0) return null;
  return (
    <section class="band">
      <h2>{heading}</h2>
      <ul class="plain-cards duty-cards">
        {roles.map((role) => {
          const side = sideOf(role.id);
          return (
            <li key={role.id} class={`card ${side ?? ''}`}>
              <h3>{side && <Shape side={side} />}<a href={at(`/roles/${role.id}`)} {...inContent()}>{role.name}</a></h3>
              {role.expected && <p class="tag">{say('duty.expected')}</p>}
              <p {...inContent()}>{role.summary}</p>
              {role.does.length > 0 && <ul class="marks" {...inContent()}>{role.does.map((task) => <li key={task.id}><strong>{task.name}</strong>: {task.text}</li>)}</ul>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
