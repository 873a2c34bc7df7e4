import { useState } from 'preact/hooks';
import type { Report, ReportArea } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { inContent } from '../i18n/language';
import { Trouble } from '../shared/loading';
import { say } from './texts';

/** Hides a comment for everybody but the organiser, or shows it again. */
export type HideComment = (comment: string, hidden: boolean) => Promise<void>;

/** What people added in their own words; the organiser alone may hide some of it. */
export function Comments({ report, hide }: { report: Report; hide?: HideComment }) {
  const remarked = report.areas.filter((area) => (hide ? (area.commentList ?? []) : (area.comments ?? [])).length > 0);
  if (remarked.length === 0) return null;
  return (
    <section class="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{say('comments.title')}</h2>
      <p class="lead">{say('comments.text')} {hide && say('comments.hiding')}</p>
      {remarked.map((area) => (
        <div key={area.id} class="card">
          <h3 {...inContent()}>{area.name}</h3>
          {hide ? <Hideable area={area} hide={hide} /> : <ul>{(area.comments ?? []).map((comment, index) => <li key={index}><q dir="auto">{comment}</q></li>)}</ul>}
        </div>
      ))}
    </section>
  );
}

function Hideable({ area, hide }: { area: ReportArea; hide: HideComment }) {
  const [changed, setChanged] = useState<Record<string, boolean>>({});
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (id: string, hidden: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSaid('');
    try {
      await hide(id, hidden);
      setChanged((before) => ({ ...before, [id]: hidden }));
      setSaid(say(hidden ? 'comments.hidden' : 'comments.shown'));
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
    }
    setBusy(false);
  };
  return (
    <>
      <ul class="hideable">
        {(area.commentList ?? []).map(({ id, text, hidden: before }) => {
          const hidden = changed[id] ?? before;
          return (
            <li key={id} class={hidden ? 'hidden-comment' : ''}>
              <span>
                <q dir="auto">{text}</q>
                {hidden && <span class="hint">{say('comments.onlyYou')}</span>}
              </span>
              <button type="button" class="button quiet small" aria-disabled={busy} onClick={() => void change(id, !hidden)}>
                {say(hidden ? 'comments.show' : 'comments.hide')}<span class="off-screen">: <bdi>{text}</bdi></span>
              </button>
            </li>
          );
        })}
      </ul>
      <p class="said" role="status">{said}</p>
      {problem && <Trouble problem={problem} />}
    </>
  );
}
