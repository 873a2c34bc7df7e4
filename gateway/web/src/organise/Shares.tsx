import { useState } from 'preact/hooks';
import { shares } from '../api/operations';
import type { Round, Share } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import type { KnownTeam } from '../device/organisers';
import { asDate } from '../i18n/texts';
import { CopyField } from '../shared/CopyField';
import { Trouble } from '../shared/loading';
import { say } from './texts';

interface Props {
  team: KnownTeam;
  round: Round;
  /** the report links of this round that work now */
  living: Share[];
  reload: () => void;
}

/** Links with which people outside the team read the report: make one, see which there are, withdraw one. */
export function Shares({ team, round, living, reload }: Props) {
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
  const byHand = living.filter(({ id }) => id !== team.rounds[round.id]?.teamShare?.id);
  return (
    <section class="card shares" aria-labelledby="share-title">
      <h2 id="share-title">{say('share.title')}</h2>
      <p>{say('share.text')}</p>
      {link && <CopyField label={say('share.new')} hint={say('share.new.hint')} value={link} />}
      <p class="actions"><button type="button" class="button" aria-disabled={busy} onClick={() => void make()}>{say('share.make')}</button></p>
      {byHand.length > 0 && (
        <>
          <h3>{say('share.list')}</h3>
          <ul class="share-list">
            {byHand.map((share) => {
              const until = say(share.comments ? 'share.until.remarks' : 'share.until', { date: asDate(share.expiresAt), made: asDate(share.createdOn) });
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
