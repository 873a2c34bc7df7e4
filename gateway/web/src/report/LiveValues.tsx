import type { Report } from '../api/model';
import type { Problem } from '../api/problem';
import { Trouble } from '../shared/loading';
import { Evidence } from './Evidence';
import { OwnershipMap } from './OwnershipMap';
import { say } from './texts';

/** What a round that shows scores in between has released so far: figures, and no verdict. */
export function LiveValues({ report, problem, retry }: { report: Report; problem: Problem | null; retry: () => void }) {
  return (
    <section class="live-values report" aria-labelledby="live-title" data-testid="live-values">
      <h2 id="live-title">{say('live.title', { n: report.n, size: report.size })}</h2>
      <p class="lead" role="status">{say('live.text', { n: report.n })}</p>
      {report.olderFigures && <p class="hint">{say('live.older')}</p>}
      {problem && (
        <div>
          <p>{say('live.stale', { n: report.n })}</p>
          <Trouble problem={problem} retry={retry} />
        </div>
      )}
      <Evidence report={report} />
      <OwnershipMap report={report} />
    </section>
  );
}
