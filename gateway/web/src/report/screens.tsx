import { content, member, results } from '../api/operations';
import type { Participation, Report } from '../api/model';
import { Problem } from '../api/problem';
import type { Briefs } from '../brief/wish';
import { knownTeam } from '../device/organisers';
import { UnknownTeam } from '../organise/UnknownTeam';
import { adopt } from '../styles/adopt';
import rules from '../styles/report.css?inline';
import file from '../styles/report.css?url';
import stageRules from '../styles/stage.css?inline';
import stageFile from '../styles/stage.css?url';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { Actions } from './Actions';
import { nothingShown, NothingShown } from './NothingShown';
import type { Files } from './Exports';
import { ReportView } from './ReportView';
import { say } from './texts';

adopt(rules, file);
adopt(stageRules, stageFile);

export { LiveValues } from './LiveValues';
export { Actions } from './Actions';
export { Trend } from './Trend';
export { TurnoutStage } from '../present/TurnoutStage';
export { ReportSummary } from './ReportSummary';

export function TeamReport({ team: teamId, round }: { team: string; round: string }) {
  const team = knownTeam(teamId);
  const home = `/#/team/${teamId}/round/${round}`;
  const { data, problem, reload } = useDocument<Report>(() => results.report(team?.token ?? '', round), `report/${round}`);
  if (!team) return <UnknownTeam />;
  const hide = (comment: string, hidden: boolean) => results.hideComment(team.token, round, comment, hidden);
  // values in between stand with the round; the report with its verdict comes at the end
  if (data?.live) return <NotYet href={home} />;
  if (data && nothingShown(data)) return <NothingShown report={data} home={home} />;
  if (data) {
    const agreed = <Actions team={team} steps={data.nextSteps.map(({ title }) => title)} />;
    const before = <p class="report-back"><a href={home}>{say('back')}</a></p>;
    return <ReportView report={data} files={filesOf(team.token, round)} briefs={briefsOf(team.token, round)} hide={hide} agreed={agreed} before={before} />;
  }
  if (problem?.code === 'not-released') return <NotYet href={home} />;
  return <Waiting title={say('title')} problem={problem} retry={reload} />;
}

/** A team's own report as its members read it: nothing in it can be changed. */
export function MemberReport({ token }: { token: string }) {
  const { data, problem, reload } = useDocument<{ round: Participation; report: Report | null }>(async () => {
    const round = await member.participation(token);
    const readable = round.state === 'closed' && round.memberResults === 'after-close';
    return { round, report: readable ? await results.report(token, round.round) : null };
  }, `member-report/${token}`);
  if (!data) {
    if (problem?.code === 'not-released') return <NotYet href={`/#/t/${token}`} />;
    if (problem?.status === 404) return <Page class="narrow" title={say('member.gone.title')} lead={say('member.gone.text')} />;
    return <Waiting title={say('title')} problem={problem} retry={reload} />;
  }
  const { round, report } = data;
  if (round.memberResults === 'none') return <Page class="narrow" title={say('member.organiser.title', { team: round.team.name })} lead={say('member.organiser.text')} />;
  if (!report) return <NotYet href={`/#/t/${token}`} />;
  if (nothingShown(report)) return <NothingShown report={report} />;
  return <ReportView report={report} files={filesOf(token, report.round.id)} briefs={briefsOf(token, report.round.id)} />;
}

/** For whoever got a link to one report: nothing else behind it. */
export function SharedReport({ token, round }: { token: string; round: string }) {
  const { data, problem, reload } = useDocument<Report>(() => results.report(token, round), `shared-report/${token}`);
  if (data && nothingShown(data)) return <NothingShown report={data} />;
  if (data) return <ReportView report={data} files={filesOf(token, round)} briefs={briefsOf(token, round)} />;
  if (problem?.code === 'not-released') return <NotYet />;
  if (problem?.code === 'not-found') return <Page class="narrow" title={say('shared.gone.title')} lead={say('shared.gone.text')} />;
  return <Waiting title={say('title')} problem={problem} retry={reload} />;
}

const filesOf = (token: string, round: string): Files => async (form) =>
  form === 'json' ? { name: 'rolewise-report.bundle.json', content: await results.bundle(token, round) } : results.file(token, round, form);

const briefsOf = (token: string, round: string): Briefs => ({
  read: async (wish) => {
    // a library of one's own may know the role and bring no draft: asking for that would be an error
    if (wish.role !== undefined && !(await content.role(wish.role)).brief) throw new Problem(404, 'not-found', null, null);
    return results.brief(token, round, wish);
  },
  file: (wish, form) => results.briefFile(token, round, wish, form),
});

function NotYet({ href }: { href?: string }) {
  return (
    <Page class="narrow" title={say('notYet.title')} lead={say('notYet.text')}>
      {href && <p><a class="button primary" href={href}>{say('back')}</a></p>}
    </Page>
  );
}

/** An invented team has no round of its own to make drafts of. */
const exampleBriefs: Briefs = {
  whole: true,
  read: async ({ role = '', variant }) => {
    if (!(await content.role(role)).brief) throw new Problem(404, 'not-found', null, null);
    return content.brief(role, variant);
  },
  file: ({ role = '', variant }, form) => content.briefFile(role, variant, form),
};

export function ExampleReport() {
  const { data, problem, reload } = useDocument<Report>(content.exampleReport, 'example');
  if (!data) return <Waiting title={say('example.title')} problem={problem} retry={reload} />;
  const ask = <p class="actions"><a class="button primary" href="/new">{say('example.ask')}</a></p>;
  return (
    <ReportView
      report={data}
      briefs={exampleBriefs}
      before={<div class="notice example-note"><p><strong>{say('example.label')}</strong> {say('example.text')}</p></div>}
      after={<section class="example-end"><h2>{say('example.end')}</h2>{ask}</section>}
    />
  );
}
