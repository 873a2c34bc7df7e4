import { useRef } from 'preact/hooks';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { showTicket } from '../answer/tickets';
import { knownTeam, type KnownTeam } from '../device/organisers';
import { language } from '../i18n/language';
import { CopyField } from '../shared/CopyField';
import { Naming } from '../shared/Naming';
import { Page } from '../shared/Page';
import { useDocument, Waiting } from '../shared/loading';
import { KeepThese } from './KeepThese';
import { LostLink, RenewLink } from './MemberLink';
import { Message } from './Message';
import { QrCode } from './QrCode';
import { codeMessages, messages, say, signedInMessages } from './texts';
import { timeNeeded, useMinutes } from './time';
import { UnknownTeam } from './UnknownTeam';

/** How the team gets in: the link, the code on the wall, a message to send, cards to hand out. */
export function Invite({ team: teamId, round: roundId }: { team: string; round: string }) {
  const team = knownTeam(teamId);
  const { data: round, problem, reload } = useDocument(() => organiser.round(team?.token ?? '', roundId), `round/${roundId}`);
  if (!team) return <UnknownTeam />;
  if (!round) return <Waiting title={say('invite.title', { team: team.name })} problem={problem} retry={reload} />;
  const known = team.rounds[roundId];
  const page = `/#/team/${team.id}/round/${round.id}`;
  return (
    <Page class="invite" title={say('invite.title', { team: team.name })} heading={<Naming sentence={say('invite.title')} team={team.name} />} lead={round.entry === 'open' ? say('invite.lead', { size: round.size }) : say(`invite.lead.${round.entry}`, { size: round.size })} eyebrow={<a href={page}>{say('round.back')}</a>}>
      {round.state === 'closed' && <p class="notice">{say('invite.closed')}</p>}
      {round.entry === 'tickets' ? (
        <Tickets team={team} round={round} codes={known?.tickets ?? []} origin={known?.memberLink?.split('/#/')[0] ?? location.origin} />
      ) : known?.memberLink ? (
        <Shared team={team} round={round} link={known.memberLink} />
      ) : (
        <LostLink team={team} round={round} />
      )}
      {team.recoveryCode && <KeepThese team={team} />}
      <p class="actions after"><a class="button primary" href={page}>{say('invite.follow')}</a></p>
    </Page>
  );
}

function Shared({ team, round, link }: { team: KnownTeam; round: Round; link: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const minutes = useMinutes(round);
  return (
    <div class="invite-grid">
      <section class="card invite-qr" aria-labelledby="qr-title">
        <h2 id="qr-title">{say('qr.title')}</h2>
        <QrCode text={link} />
        <button type="button" class="button primary" onClick={() => dialog.current?.showModal()}>{say('qr.big')}</button>
      </section>
      <section class="card" aria-labelledby="link-title">
        <h2 id="link-title">{say('link.title')}</h2>
        <CopyField label={say('link.label')} value={link} hint={say('link.hint')} />
        <Message texts={round.entry === 'signed-in' ? signedInMessages : messages} params={{ team: team.name, link }} minutes={minutes} deadline={round.deadline} />
        <p class="self"><a href={link} target="_blank" rel="noreferrer">{say('link.self')}</a></p>
        <RenewLink team={team} round={round} />
      </section>
      <dialog ref={dialog} class="beamer" aria-labelledby="beamer-title">
        <h2 id="beamer-title"><Naming sentence={say('beamer.title')} team={team.name} /></h2>
        <QrCode text={link} />
        <p>{say('beamer.text', { time: timeNeeded(minutes, language.value) })}</p>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>{say('beamer.close')}</button>
      </dialog>
    </div>
  );
}

function Tickets({ team, round, codes, origin }: { team: KnownTeam; round: Round; codes: string[]; origin: string }) {
  const entry = `${origin}/#/k`;
  const minutes = useMinutes(round);
  if (codes.length === 0) return <p class="notice">{say('tickets.gone')}</p>;
  return (
    <>
      <section class="card" aria-labelledby="tickets-title">
        <h2 id="tickets-title">{say('tickets.title')}</h2>
        <p>{say('tickets.text')}</p>
        <p class="actions"><button type="button" class="button primary" onClick={() => print()}>{say('tickets.print')}</button></p>
        <Message texts={codeMessages} params={{ team: team.name, link: entry }} minutes={minutes} />
      </section>
      <ul class="tickets" aria-label={say('tickets.list')}>
        {codes.map((code) => (
          <li key={code} class="ticket">
            <QrCode text={`${entry}/${code}`} label={say('tickets.qr')} />
            <div>
              <p class="ticket-team" dir="auto">{team.name}</p>
              <p class="ticket-code"><code>{showTicket(code)}</code></p>
              <p class="hint">{say('tickets.where', { address: entry })}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
