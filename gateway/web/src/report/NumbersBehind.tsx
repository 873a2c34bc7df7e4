import { useState } from 'preact/hooks';
import { saveAsFile } from '../shared/download';
import { say } from './texts';

const FILE = 'rolewise-report.bundle.json';

/** Saves the numbers behind a report as a file; they need the reader's token, which no link may carry. */
export function NumbersBehind({ fetch }: { fetch: () => Promise<string> }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const download = async () => {
    setState('busy');
    try {
      saveAsFile(FILE, 'application/json', await fetch());
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <div class="numbers-behind">
      <p>{say('bundle.text')}</p>
      <p class="actions"><button type="button" class="button quiet small" disabled={state === 'busy'} onClick={download}>{say('bundle.download')}</button></p>
      <p class="hint" role="status">{state === 'failed' && say('bundle.failed')}</p>
    </div>
  );
}
