import type { Report } from '../api/model';
import { Page } from '../shared/Page';
import { say } from './texts';

/** Fewer answers came in than may be shown together, so the round closed without showing any. */
export const nothingShown = (report: Report) => report.n === 0;

/** A closed round that shows nothing: why, and what happens now. */
export function NothingShown({ report, home }: { report: Report; home?: string }) {
  const { received, size, k } = report;
  return (
    <Page
      class="narrow nothing-shown"
      title={say('nothing.title')}
      lead={received === 0 ? say('nothing.nobody') : say('nothing.few', { n: received, size, k })}
      eyebrow={<bdi>{report.round.team.name}</bdi>}
    >
      <h2>{say('nothing.next')}</h2>
      <ul class="nothing-next">
        {received > 0 && <li>{say('nothing.kept')}</li>}
        <li>{say(home ? 'nothing.organiser' : received > 0 ? 'nothing.reader' : 'nothing.reader.nobody')}</li>
      </ul>
      {home && <p class="actions"><a class="button primary" href={home}>{say('nothing.home')}</a></p>}
    </Page>
  );
}
