import { useState } from 'preact/hooks';
import { shares } from '../api/operations';
import type { Round } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import type { KnownTeam } from '../device/organisers';
import { asDate } from '../i18n/texts';
import { CopyField } from '../shared/CopyField';
import { Trouble, useDocument } from '../shared/loading';
import { say } from './texts';

/** Links with which others read the report of this round: make one, see which there are, withdraw one. */
export function Shares({ team, round }: { team: KnownTeam; round: Round }) {
  const { data, reload } = useDocument(() => shares.list(team.token), `shares/${round.id}`);
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (what: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSaid('');
    try {
      await what();
      reload();
    } catch (caught) {
      setProblem(caught instanceof Problem ? caught : OFFLINE);
    }
    setBusy(false);
  };
  const make = () => change(async () => setLink((await shares.create(team.token, round.id)).report.link));
  const withdraw = (id: string) =>
    change(async () => {
      await shares.withdraw(team.token, id);
      setLink(null);
      setSaid(say('share.withdrawn'));
    });
  const living = (data ?? []).filter((share) => share.round === round.id);
  return (
    <section class="card shares" aria-labelledby="share-title">
      <h2 id="share-title">{say('share.title')}</h2>
      <p>{say('share.text')}</p>
      {link && <CopyField label={say('share.new')} hint={say('share.new.hint')} value={link} />}
      <p class="actions"><button type="button" class="button" aria-disabled={busy} onClick={() => void make()}>{say('share.make')}</button></p>
      {living.length > 0 && (
        <>
          <h3>{say('share.list')}</h3>
          <ul class="share-list">
            {living.map((share) => {
              const until = say('share.until', { date: asDate(share.expiresAt), made: asDate(share.createdOn) });
              return (
                <li key={share.id}>
                  <span>{until}</span>
                  <button type="button" class="button quiet small" onClick={() => void withdraw(share.id)}>
                    {say('share.withdraw')}<span class="off-screen"> {until}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p class="said" role="status">{said}</p>
      {problem && <Trouble problem={problem} />}
    </section>
  );
}
