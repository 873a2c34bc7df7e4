import { useState } from 'preact/hooks';
import type { FileForm, SavedFile } from '../api/operations';
import { OFFLINE, Problem } from '../api/problem';
import type { Report } from '../api/model';
import { saveAsFile } from '../shared/download';
import { Trouble } from '../shared/loading';
import { say } from './texts';

type Form = FileForm | 'json';

/** Fetches the report as a file; that needs the reader's token, which no link may carry. */
export type Files = (form: Form) => Promise<SavedFile>;

const TYPES: Record<Form, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
};

const FORMS = Object.keys(TYPES) as Form[];

/** The report to take along, each form with what it is good for. */
export function Exports({ report, files }: { report: Report; files: Files }) {
  const [busy, setBusy] = useState<Form | null>(null);
  const [saved, setSaved] = useState('');
  const [failed, setFailed] = useState<Problem | null>(null);
  const save = async (form: Form) => {
    if (busy) return;
    setBusy(form);
    setSaved('');
    setFailed(null);
    try {
      const { name, content } = await files(form);
      saveAsFile(name, TYPES[form], content);
      setSaved(name);
    } catch (caught) {
      setFailed(caught instanceof Problem ? caught : OFFLINE);
    } finally {
      setBusy(null);
    }
  };
  // what was made of figures of several moments cannot be computed again
  const forms = report.olderFigures ? FORMS.filter((form) => form !== 'json') : FORMS;
  return (
    <section class="card exports" aria-labelledby="exports-title">
      <h2 id="exports-title">{say('exports.title')}</h2>
      <p>{say('exports.text')}</p>
      <ul>
        {forms.map((form) => (
          <li key={form}>
            <button type="button" class="button quiet small" aria-disabled={busy !== null} aria-describedby={`exports-${form}`} onClick={() => save(form)}>{say(`exports.${form}`)}</button>
            <span id={`exports-${form}`} class="hint">{say(`exports.${form}.text`)}</span>
          </li>
        ))}
      </ul>
      <p class="hint" role="status">{busy ? say('exports.busy') : saved && say('exports.saved', { file: saved })}</p>
      {failed && <Trouble problem={failed} />}
    </section>
  );
}
