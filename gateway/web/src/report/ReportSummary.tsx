import { results } from '../api/operations';
import type { Report } from '../api/model';
import { Trouble, useDocument } from '../shared/loading';
import { say } from './texts';
import { strength } from './Verdict';

/** The report in two lines, for where the way to all of it is beside them. */
export function ReportSummary({ token, round }: { token: string; round: string }) {
  const { data, problem, reload } = useDocument<Report>(() => results.report(token, round), `summary/${round}`);
  if (!data) return problem ? <Trouble problem={problem} retry={reload} /> : <p class="hint" role="status">{say('summary.loading')}</p>;
  const line = strength(data);
  return (
    <div class="report-summary" data-testid="summary">
      <p class="summary-title">{data.verdict.title}</p>
      {line && <p>{line} {data.verdict.confidence && say(`confidence.${data.verdict.confidence}`)}</p>}
    </div>
  );
}
