import { useState } from 'preact/hooks';
import { shares } from '../api/operations';
import type { Round, Share } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { rememberRound, type KnownTeam } from '../device/organisers';
import { asDate } from '../i18n/texts';
import { CopyField } from '../shared/CopyField';
import { Trouble } from '../shared/loading';
import { LostLink, RenewLink } from './MemberLink';
import { Message } from './Message';
import { reportMessages, say } from './texts';

interface Props {
  team: KnownTeam;
  round: Round;
  /** the report links of this round that work now */
  living: Share[];
  reload: () => void;
}

/** The one link with which the team reads its report. */
export function ForTeam({ team, round, living, reload }: Props) {
  const memberLink = team.rounds[round.id]?.memberLink;
  return (
    <section class="card for-team" aria-labelledby="for-team-title">
      <h2 id="for-team-title">{say('team.share')}</h2>
      {round.memberResults === 'none' ? (
        <TeamShare team={team} round={round} living={living} reload={reload} />
      ) : memberLink ? (
        <>
          <p>{say('team.share.member')}</p>
          <CopyField label={say('team.share.link')} value={memberLink} />
          <Message texts={reportMessages} params={{ team: team.name, link: memberLink }} />
          <RenewLink team={team} round={round} />
        </>
      ) : (
        <LostLink team={team} round={round} />
      )}
    </section>
  );
}

const DAYS = [7, 30, 90] as const;
const DAY = 86_400_000;

/** Where only the organiser has the report: a link that reads it, for a while, and that can be withdrawn. */
function TeamShare({ team, round, living, reload }: Props) {
  const [days, setDays] = useState<number>(30);
  const [comments, setComments] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const known = team.rounds[round.id]?.teamShare;
  const share = known && living.find(({ id }) => id === known.id);
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
  const make = () =>
    change(async () => {
      const expiresAt = new Date(Date.now() + days * DAY).toISOString();
      const made = await shares.create(team.token, round.id, { expiresAt, comments });
      rememberRound(team.id, round.id, { teamShare: { id: made.share.id, link: made.report.link } });
    });
  const withdraw = (id: string) =>
    change(async () => {
      await shares.withdraw(team.token, id);
      rememberRound(team.id, round.id, { teamShare: undefined });
      setSaid(say('share.withdrawn'));
    });
  return (
    <>
      <p>{say('team.share.none')}</p>
      {known && share ? (
        <>
          <CopyField label={say('team.share.link')} value={known.link} hint={say(share.comments ? 'team.share.until.remarks' : 'team.share.until', { date: asDate(share.expiresAt) })} />
          <Message texts={reportMessages} params={{ team: team.name, link: known.link }} />
          <p><button type="button" class="button quiet" aria-disabled={busy} onClick={() => void withdraw(share.id)}>{say('team.share.withdraw')}</button></p>
        </>
      ) : (
        <>
          <fieldset class="group inline">
            <legend>{say('team.share.days')}</legend>
            {DAYS.map((count) => (
              <label key={count} class="check"><input type="radio" name="team-share-days" value={count} checked={days === count} onChange={() => setDays(count)} />{say('team.share.day', { n: count })}</label>
            ))}
          </fieldset>
          <label class="check"><input type="checkbox" checked={comments} onChange={(event) => setComments(event.currentTarget.checked)} />{say('team.share.remarks')}</label>
          <p><button type="button" class="button primary" aria-disabled={busy} onClick={() => void make()}>{say('team.share.make')}</button></p>
        </>
      )}
      <p class="said" role="status">{said}</p>
      {problem && <Trouble problem={problem} />}
    </>
  );
}
