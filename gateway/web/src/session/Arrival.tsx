import { useEffect, useState } from 'preact/hooks';
import { OFFLINE, Problem } from '../api/problem';
import { go } from '../router';
import { Page } from '../shared/Page';
import { Busy, Trouble } from '../shared/loading';
import { comeBack } from './leaving';
import { Refused } from './Refused';
import { askSession } from './session';
import { say } from './texts';

/** Back from the organisation's page: on to where one was. */
export function Arrival() {
  const [outcome, setOutcome] = useState<'refused' | Problem | null>(null);
  const arrive = () =>
    askSession().then(
      ({ signedIn }) => (signedIn ? go(comeBack() ?? '/teams', 'replace') : setOutcome('refused')),
      (caught) => setOutcome(caught instanceof Problem ? caught : OFFLINE),
    );
  useEffect(() => void arrive(), []);
  if (outcome === 'refused') return <Refused why="failed" />;
  if (outcome) return <Page class="narrow" title={say('arriving.title')}><Trouble problem={outcome} retry={() => void arrive()} /></Page>;
  return <Busy />;
}
