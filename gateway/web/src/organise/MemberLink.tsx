import { useState } from 'preact/hooks';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { rememberRound, type KnownTeam } from '../device/organisers';
import { Ask } from './Ask';
import { say } from './texts';

interface Props {
  team: KnownTeam;
  round: Round;
}

/** Asks for a new member link; the old one is dead from then on. */
async function renew({ team, round }: Props): Promise<void> {
  const { link } = await organiser.renewMemberLink(team.token, round.id);
  rememberRound(team.id, round.id, { memberLink: link });
}

/** What becomes of everybody who has the old link. */
function WhatChanges({ round }: { round: Round }) {
  return (
    <ul class="marks">
      <li>{say('renew.old')}</li>
      <li>{say(round.state === 'open' ? 'renew.open' : 'renew.closed')}</li>
      {round.state === 'open' && <li>{say('renew.started')}</li>}
    </ul>
  );
}

/** For a link that got into the wrong hands. */
export function RenewLink({ team, round }: Props) {
  const [said, setSaid] = useState('');
  return (
    <div class="renew">
      <Ask quiet label={say('renew')} title={say('renew.title')} yes={say('renew.yes')} busy={say('renew.busy')} onYes={async () => {
        await renew({ team, round });
        setSaid(say('renew.done'));
      }}>
        <WhatChanges round={round} />
      </Ask>
      <p class="said" role="status">{said}</p>
    </div>
  );
}

/** This device does not have the link: nobody can look it up, but a new one can be made. */
export function LostLink({ team, round }: Props) {
  return (
    <section class="card lost" aria-labelledby="lost-title">
      <h2 id="lost-title">{say('lost.title')}</h2>
      <p>{say('lost.text')}</p>
      <Ask label={say('lost.renew')} title={say('renew.title')} yes={say('renew.yes')} busy={say('renew.busy')} onYes={() => renew({ team, round })}>
        <WhatChanges round={round} />
      </Ask>
    </section>
  );
}
