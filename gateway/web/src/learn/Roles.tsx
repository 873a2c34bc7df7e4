import { useEffect, useState } from 'preact/hooks';
import { content } from '../api/operations';
import type { Briefs } from '../brief/wish';
import { at, inContent } from '../i18n/language';
import { asList } from '../i18n/texts';
import { go } from '../router';
import { Content } from '../shared/Content';
import { Page } from '../shared/Page';
import { instruments, sideOf } from '../shared/instruments';
import { later, useDocument, Waiting } from '../shared/loading';
import { Shape } from '../shared/Shape';
import { Day } from './Home';
import { say } from './texts';

const Brief = later(() => import('../brief/Brief').then((file) => file.BriefSection));

const briefsOf = (role: string): Briefs => ({
  read: ({ variant }) => content.brief(role, variant),
  file: ({ variant }, form) => content.briefFile(role, variant, form),
});

export function Roles() {
  const { data, problem, reload } = useDocument(content.roles, 'roles');
  if (!data) return <Waiting title={say('roles.title')} problem={problem} retry={reload} />;
  const part = (scored: boolean) => data.filter((role) => role.scored === scored);
  return (
    <Page title={say('roles.title')} lead={say('roles.lead')}>
      <ul class="side-cards">
        {part(true).map((role) => {
          const side = sideOf(role.id);
          return (
            <li key={role.id} class={`side-card ${side ?? ''}`}>
              {side && <Shape side={side} class="side-card-shape" />}
              {side && <p class="side-question">{say(`side.${side}`)}</p>}
              <h2 class="as-h3" {...inContent()}><a href={at(`/roles/${role.id}`)}>{role.name}</a></h2>
              <p {...inContent()}>{role.summary}</p>
            </li>
          );
        })}
      </ul>
      <section class="band" aria-labelledby="neighbours">
        <h2 id="neighbours">{say('roles.neighbours')}</h2>
        <p class="lead">{say('roles.neighbours.lead')}</p>
        <ul class="plain-cards">
          {part(false).map((role) => (
            <li key={role.id} class="card" {...inContent()}>
              <h3><a href={at(`/roles/${role.id}`)}>{role.name}</a></h3>
              <p>{role.summary}</p>
            </li>
          ))}
        </ul>
      </section>
      <p class="actions"><a class="button" href={at('/compare')}>{say('sides.compare')}</a></p>
    </Page>
  );
}

export function RolePage({ id }: { id: string }) {
  const { data: role, problem, reload } = useDocument(() => content.role(id), `role/${id}`);
  const { data: all } = useDocument(content.roles, 'roles');
  if (!role) return <Waiting title={say('roles.title')} problem={problem} retry={reload} />;
  const side = sideOf(role.id);
  const nameOf = (other: string | null) => all?.find((entry) => entry.id === other)?.name ?? null;
  const named = (list: { id: string; name: string; text: string }[]) => (
    <ul class="plain-cards">
      {list.map((entry) => (
        <li key={entry.id} class="card" {...inContent()}>
          <h3>{entry.name}</h3>
          <p>{entry.text}</p>
        </li>
      ))}
    </ul>
  );
  const attributions = [...new Set(role.taxonomy.flatMap((entry) => entry.attribution ?? []))];
  return (
    <Page
      class={`role ${side ?? ''}`}
      title={role.name}
      heading={<Content>{role.name}</Content>}
      lead={<Content>{role.summary}</Content>}
      eyebrow={<><a href={at('/roles')}>{say('roles.title')}</a>{side && <><span aria-hidden="true">·</span> <Shape side={side} /> {say(`side.${side}`)}</>}</>}
    >
      <div class="role-top">
        <p class="role-definition" {...inContent()}>{role.definition}</p>
        <aside class={`role-focus ${side ?? ''}`} aria-label={say('role.focus')}>
          <p class="role-focus-label">{say('role.focus')}</p>
          <p {...inContent()}>{role.focus.text}</p>
        </aside>
      </div>
      {role.responsibilities.length > 0 && <section class="band"><h2>{say('role.responsibilities')}</h2>{named(role.responsibilities)}</section>}
      {role.tasks.length > 0 && <section class="band"><h2>{say('role.tasks')}</h2>{named(role.tasks)}</section>}
      {role.dayInTheLife.length > 0 && <section class="band role-day"><h2>{say('role.day')}</h2><Day role={role} /></section>}
      <section class="band two">
        {role.skills.length > 0 && <div><h2>{say('role.skills')}</h2><ul class="marks" {...inContent()}>{role.skills.map((skill) => <li key={skill}>{skill}</li>)}</ul></div>}
        {role.notThisRole.length > 0 && <div><h2>{say('role.not')}</h2><ul class="marks crosses" {...inContent()}>{role.notThisRole.map((text) => <li key={text}>{text}</li>)}</ul></div>}
      </section>
      {role.challenges.length > 0 && <section class="band"><h2>{say('role.challenges')}</h2>{named(role.challenges)}</section>}
      {role.variants.length > 0 && <section class="band"><h2>{say('role.variants')}</h2><p class="lead">{say('role.variants.lead')}</p>{named(role.variants)}</section>}
      {role.brief && <Brief key={role.id} name={role.id} first="hire" briefs={briefsOf(role.id)} />}
      {role.worksWith.length > 0 && (
        <section class="band"><h2>{say('role.worksWith')}</h2>
          <ul class="marks" {...inContent()}>
            {role.worksWith.map((entry) => {
              const name = nameOf(entry.role);
              return <li key={entry.text}>{name && <a href={at(`/roles/${entry.role}`)}>{name}</a>}{name && ': '}{entry.text}</li>;
            })}
          </ul>
        </section>
      )}
      {(role.sources.length > 0 || role.taxonomy.length > 0) && (
        <section class="band sources"><h2 class="as-h3">{say('role.sources')}</h2>
          <ul>
            {role.sources.map((source) => <li key={source.name}>{source.url ? <a href={source.url} rel="noreferrer">{source.name}</a> : source.name}</li>)}
            {role.taxonomy.map((entry) => <li key={`${entry.scheme}${entry.name}`}>{entry.scheme}{entry.code ? ` ${entry.code}` : ''}: {entry.uri ? <a href={entry.uri} rel="noreferrer">{entry.name}</a> : entry.name}</li>)}
          </ul>
          {attributions.map((words) => <p class="attribution" lang="en" key={words}>{words}</p>)}
        </section>
      )}
    </Page>
  );
}

const FEWEST = 2;
const MOST = 4;

function compareAddress(ids: string[], usual: string[]): string {
  return at(ids.join() === usual.join() ? '/compare' : `/compare?ids=${ids.join(',')}`);
}

export function Compare({ ids }: { ids: string[] }) {
  const { data: scans, problem: unknown, reload: again } = useDocument(instruments, 'instruments');
  // those who are mistaken for one another most: the roles of the first two sides
  const usual = scans?.[0]?.roles?.slice(0, FEWEST).map(({ id }) => id) ?? [];
  const asked = [...new Set(ids.flatMap((given) => given.split(',')).filter(Boolean))].slice(0, MOST);
  const chosen = asked.length < FEWEST ? usual : asked;
  const known = chosen.length >= FEWEST;
  const key = chosen.join(',');
  const { data: roles } = useDocument(content.roles, 'roles');
  const { data, problem, reload } = useDocument(async () => (known ? content.compare(chosen) : null), `compare/${key}`);
  // what is ticked can be one role too few for a moment, on the way from one pair to another
  const [ticked, setTicked] = useState(chosen);
  useEffect(() => setTicked(chosen), [key]);
  if (!data || !roles) return <Waiting title={say('compare.title')} problem={problem ?? (known ? null : unknown)} retry={known ? reload : again} />;
  const toggle = (id: string) => {
    const next = ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id];
    setTicked(next);
    if (next.length >= FEWEST && next.length <= MOST) go(compareAddress(next, usual), 'replace');
  };
  const name = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return (
    <Page title={`${say('compare.title')}: ${asList(chosen.map(name))}`} lead={say('compare.lead')}>
      <fieldset class="group chips">
        <legend>{say('compare.choose')}</legend>
        <p class="hint">{say('compare.hint')}</p>
        {roles.map((role) => (
          <label key={role.id} class="chip">
            <input type="checkbox" checked={ticked.includes(role.id)} onChange={() => toggle(role.id)} />
            <span {...inContent()}>{role.name}</span>
          </label>
        ))}
      </fieldset>
      <div class="compare-scroll" role="region" aria-label={say('compare.title')} tabIndex={0}>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{say('compare.aspect')}</th>
              {chosen.map((id) => {
                const side = sideOf(id);
                return <th key={id} scope="col" class={side ?? ''}>{side && <Shape side={side} />}<a href={at(`/roles/${id}`)} {...inContent()}>{name(id)}</a></th>;
              })}
            </tr>
          </thead>
          <tbody>
            {data.aspects.map((entry) => (
              <tr key={entry.aspect}>
                <th scope="row">{aspectName(entry)}</th>
                {chosen.map((id) => {
                  const value = entry.values[id];
                  return (
                    <td key={id} data-role={name(id)} {...inContent()}>
                      {Array.isArray(value) ? <ul>{value.map((text) => <li key={text}>{text}</li>)}</ul> : (value ?? '–')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

const aspects = ['summary', 'definition', 'focus', 'skills', 'tasks', 'responsibilities', 'dayInTheLife', 'challenges', 'notThisRole', 'worksWith', 'variants'] as const;

/** The server sends an aspect's id; one we have no word for is shown as it came. */
function aspectName(entry: { aspect: string; name?: string }): string {
  const known = aspects.find((id) => id === entry.aspect);
  return entry.name ?? (known ? say(`aspect.${known}`) : entry.aspect);
}
