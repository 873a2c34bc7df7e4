import type { Report } from '../api/model';
import { inContent } from '../i18n/language';
import { Evidence } from '../report/Evidence';
import { OwnershipMap, ownershipSentence } from '../report/OwnershipMap';
import { NextSteps, StabilityCard } from '../report/Parts';
import { leaning, mostSplit, ownership } from '../report/reading';
import { RoleAxis } from '../report/RoleAxis';
import { say as report } from '../report/texts';
import { Verdict } from '../report/Verdict';
import { Stage, type Slide } from './Stage';
import { say } from './texts';

/** A report before the team: the same for whoever presents it, and nothing in it that only they may see or do. */
export function ReportStage({ report: shown, onClose }: { report: Report; onClose: () => void }) {
  return <Stage team={shown.round.team.name} slides={slidesOf(shown)} onClose={onClose} />;
}

function slidesOf(shown: Report): Slide[] {
  const slides: Slide[] = [
    { title: shown.verdict.title, content: <><h2 class="stage-title" {...inContent()}>{shown.verdict.title}</h2><Verdict report={shown} /></> },
  ];
  if (shown.roles.length > 0) slides.push({ title: report('axis.title'), content: <RoleAxis report={shown} /> });
  if (shown.areas.length > 0) {
    slides.push({ title: report('evidence.title'), content: <Evidence report={shown} fixed="split" /> });
    slides.push({ title: report('own.title'), content: <OwnershipMap report={shown} /> });
  }
  for (const area of mostSplit(shown.areas)) {
    slides.push({
      title: say('discuss', { area: area.name }),
      content: (
        <>
          <h2 {...inContent()}>{area.name}</h2>
          {area.distribution && <p>{report('evidence.row', { ...leaning(area.distribution) })}</p>}
          {area.coverage && <p class="own-sentence">{ownershipSentence(ownership(area.coverage, shown.method.coverage))}.</p>}
          <p class="split-question" {...inContent()}>{area.question}</p>
        </>
      ),
    });
  }
  if (shown.stability) slides.push({ title: report('stability.title'), content: <StabilityCard report={shown} /> });
  if (shown.nextSteps.length > 0) slides.push({ title: report('steps.title'), content: <NextSteps report={shown} /> });
  return slides;
}
