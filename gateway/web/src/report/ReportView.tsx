import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Report } from '../api/model';
import { advised, openRoles, type Briefs } from '../brief/wish';
import { asDate } from '../i18n/texts';
import { ReportStage } from '../present/ReportStage';
import { later } from '../shared/loading';
import { Content } from '../shared/Content';
import { Page } from '../shared/Page';
import { Comments, type HideComment } from './Comments';
import { Evidence } from './Evidence';
import { Exports, type Files } from './Exports';
import { OwnershipMap } from './OwnershipMap';
import { MethodBox, NextSteps, Splits, StabilityCard } from './Parts';
import { RoleAxis } from './RoleAxis';
import { say } from './texts';
import { Reasons, Verdict } from './Verdict';
import { WhatIf } from './WhatIf';

const Brief = later(() => import('../brief/Brief').then((file) => file.BriefSection));

/** The whole report, from the verdict down to the small print. */
export function ReportView(
  { report, files, briefs, hide, before, agreed, after }: { report: Report; files?: Files; briefs?: Briefs; hide?: HideComment; before?: ComponentChildren; agreed?: ComponentChildren; after?: ComponentChildren },
) {
  const [presenting, setPresenting] = useState(false);
  const way = advised(report);
  const closed = report.round.closedOn;
  return (
    <Page
      class="report"
      title={report.verdict.title}
      heading={<Content>{report.verdict.title}</Content>}
      eyebrow={
        <>
          <bdi>{report.round.team.name}</bdi>
          {closed && <><span aria-hidden="true">·</span><span>{asDate(closed)}</span></>}
          <span aria-hidden="true">·</span><span>{say('answered', { n: report.received, size: report.size })}</span>
        </>
      }
    >
      {before}
      {report.heldBack > 0 && <p class="notice">{say('held', { n: report.heldBack, k: report.k })}</p>}
      {report.olderFigures && <p class="notice" data-testid="older">{say('older')}</p>}
      <Verdict report={report} />
      <p class="report-tools actions">
        <button type="button" class="button quiet small" onClick={() => setPresenting(true)}>{say('present')}</button>
        <button type="button" class="button quiet small" onClick={() => print()}>{say('print')}</button>
      </p>
      <Reasons report={report} />
      <NextSteps report={report} />
      {agreed}
      {report.roles.length > 0 && <RoleAxis report={report} />}
      {report.areas.length > 0 && <Evidence report={report} />}
      {report.areas.length > 0 && <OwnershipMap report={report} />}
      <Splits report={report} />
      <StabilityCard report={report} />
      <WhatIf report={report} />
      {briefs && way && <Brief name={report.round.id} first={way} briefs={briefs} rolesFor={(variant) => openRoles(report, variant)} />}
      <Comments report={report} hide={hide} />
      {files && <Exports report={report} files={files} />}
      <MethodBox report={report} />
      {after}
      {presenting && <ReportStage report={report} onClose={() => setPresenting(false)} />}
    </Page>
  );
}
