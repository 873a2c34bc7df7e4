import type { Brief } from '../api/model';
import { language } from '../i18n/language';
import { asDate } from '../i18n/texts';

/** The draft as it will be on paper. */
export function BriefPaper({ brief }: { brief: Brief }) {
  const { headings, report } = brief;
  const points = (texts: string[]) => <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>;
  const named = (entries: { id: string; name: string; text: string }[]) => (
    <ul>{entries.map((entry) => <li key={entry.id}><strong>{entry.name}</strong>: {entry.text}</li>)}</ul>
  );
  return (
    <>
      <p class="brief-profile">{brief.variant.profile}</p>
      <h3 class="brief-role">{brief.role.name}</h3>
      <div class="brief-note"><p>{brief.draft}</p><p>{brief.people}</p></div>
      <p>{brief.variant.text}</p>
      <h4>{headings.role}</h4>
      <p>{brief.role.summary}</p>
      {brief.variant.fits && <><h4>{headings.fits}</h4><p>{brief.variant.fits}</p></>}
      {report && (
        <>
          <h4>{headings.report}</h4>
          <ul>
            <li>{headings.team}: <bdi>{report.team}</bdi></li>
            <li>{headings.round}: <span lang={language.value} dir="ltr">{asDate(report.round.closedOn ?? report.round.openedOn)}</span></li>
            {report.areas.map((area) => <li key={area.id}><strong>{area.name}</strong>: {brief.standings[area.standing]}</li>)}
          </ul>
          {report.discuss.length > 0 && (
            <><h4>{headings.discuss}</h4>{named(report.discuss.map(({ id, name, question }) => ({ id, name, text: question })))}</>
          )}
        </>
      )}
      <h4>{headings.responsibilities}</h4>
      {named(brief.responsibilities)}
      <h4>{headings.arrange}</h4>
      {points(brief.arrange)}
      <h4>{headings.firstDays}</h4>
      {brief.firstDays.map((phase) => (
        <div key={phase.until} class="brief-phase"><h5>{phase.name}</h5>{points(phase.steps.map(({ text }) => text))}</div>
      ))}
      <h4>{headings.questions}</h4>
      <ol>{brief.questions.map(({ text }) => <li key={text}>{text}</li>)}</ol>
      <h4>{headings.notThisRole}</h4>
      {points(brief.notThisRole)}
    </>
  );
}
