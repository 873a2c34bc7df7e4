import { results } from '../api/operations';
import { Trouble, useDocument, Busy } from '../shared/loading';
import { Evidence } from './Evidence';
import { OwnershipMap } from './OwnershipMap';
import { say } from './texts';

/** What a round that shows scores in between has released so far: figures, and no verdict. */
export function LiveValues({ token, round, release }: { token: string; round: string; release: number }) {
  const { data, problem, reload } = useDocument(() => results.report(token, round), `live/${round}/${release}`);
  if (!data) return problem ? <Trouble problem={problem} retry={reload} /> : <Busy />;
  return (
    <section class="live-values report" aria-labelledby="live-title" data-testid="live-values">
      <h2 id="live-title">{say('live.title', { n: data.n, size: data.size })}</h2>
      <p class="lead" role="status">{say('live.text', { n: data.n })}</p>
      <p class="hint">{say('live.next', { n: data.k })} {data.olderFigures && say('live.older')}</p>
      {problem && <Trouble problem={problem} retry={reload} />}
      <Evidence report={data} />
      <OwnershipMap report={data} />
    </section>
  );
}
