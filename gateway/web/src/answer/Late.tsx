import { useState } from 'preact/hooks';
import type { Participation } from '../api/model';
import { deleteDraft } from './drafts';
import { EndPage } from './Ending';
import { say } from './texts';
import { resultsOf, type Way } from './visit';

/** The round closed while answers were still on this device: nothing is lost in silence. */
export function Late({ round, way, place, unsent, results }: { round: Participation; way: Way; place: string; unsent: number; results: string }) {
  const [gone, setGone] = useState(false);
  const where = resultsOf(round, way);
  return (
    <EndPage good={false} title={say('late.title')} lead={say('late.text', { n: unsent })}>
      <div class="notice">
        <p>{gone ? '' : say('late.again')}</p>
        {!gone && (
          <button type="button" class="button quiet" onClick={() => { deleteDraft(place); setGone(true); }}>
            {say('draft.delete')}
          </button>
        )}
        <p class="said" role="status">{gone && say('late.deleted')}</p>
      </div>
      {where === 'here' ? (
        <p>
          <a class="button primary" href={results}>{say('end.results')}</a>
        </p>
      ) : (
        <p>{say(`closed.${where}`)}</p>
      )}
    </EndPage>
  );
}
