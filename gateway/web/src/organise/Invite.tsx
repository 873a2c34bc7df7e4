import { useRef, useState } from 'preact/hooks';
import { organiser } from '../api/operations';
import type { Round } from '../api/model';
import { OFFLINE, Problem } from '../api/problem';
import { showTicket } from '../answer/tickets';
import { knownTeam, rememberRound, type KnownTeam } from '../device/organisers';
import { language, type Language } from '../i18n/language';
import { asMoment, fill } from '../i18n/texts';
import { CopyField } from '../shared/CopyField';
import { Page } from '../shared/Page';
import { Trouble, useDocument, Waiting } from '../shared/loading';
import { KeepThese } from './KeepThese';
import { QrCode } from './QrCode';
import { codeMessages, messages, say } from './texts';
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
    <Page class="invite" title={say('invite.title', { team: team.name })} lead={round.entry === 'tickets' ? say('invite.lead.tickets') : say('invite.lead', { size: round.size })} eyebrow={<a href={page}>{say('round.back')}</a>}>
      {round.state === 'closed' && <p class="notice">{say('invite.closed')}</p>}
      {round.entry === 'tickets' ? (
        <Tickets team={team} codes={known?.tickets ?? []} origin={known?.memberLink?.split('/#/')[0] ?? location.origin} />
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
        <Message team={team} link={link} deadline={round.deadline} texts={messages} />
        <p class="self"><a href={link} target="_blank" rel="noreferrer">{say('link.self')}</a></p>
      </section>
      <dialog ref={dialog} class="beamer" aria-labelledby="beamer-title">
        <h2 id="beamer-title">{say('beamer.title', { team: team.name })}</h2>
        <QrCode text={link} />
        <p>{say('beamer.text')}</p>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>{say('beamer.close')}</button>
      </dialog>
    </div>
  );
}

function Message({ team, link, deadline, texts }: { team: KnownTeam; link: string; deadline: string | null; texts: Record<Language, string> }) {
  const [spoken, setSpoken] = useState<Language>(language.peek());
  const until = deadline ? ` ${fill(say('message.until'), { moment: asMoment(deadline) }, spoken)}` : '';
  const text = fill(texts[spoken], { team: team.name, link, until: spoken === language.value ? until : '' }, spoken);
  return (
    <div class="message">
      <fieldset class="group inline">
        <legend>{say('message.language')}</legend>
        {(['nl', 'en'] as const).map((code) => (
          <label key={code} class="check"><input type="radio" name="message-language" value={code} checked={spoken === code} onChange={() => setSpoken(code)} />{code === 'nl' ? 'Nederlands' : 'English'}</label>
        ))}
      </fieldset>
      <CopyField label={say('message.label')} value={text} lines={8} />
    </div>
  );
}

function Tickets({ team, codes, origin }: { team: KnownTeam; codes: string[]; origin: string }) {
  const entry = `${origin}/#/k`;
  if (codes.length === 0) return <p class="notice">{say('tickets.gone')}</p>;
  return (
    <>
      <section class="card" aria-labelledby="tickets-title">
        <h2 id="tickets-title">{say('tickets.title')}</h2>
        <p>{say('tickets.text')}</p>
        <p class="actions"><button type="button" class="button primary" onClick={() => print()}>{say('tickets.print')}</button></p>
        <Message team={team} link={entry} deadline={null} texts={codeMessages} />
      </section>
      <ul class="tickets" aria-label={say('tickets.list')}>
        {codes.map((code) => (
          <li key={code} class="ticket">
            <QrCode text={`${entry}/${code}`} label={say('tickets.qr')} />
            <div>
              <p class="ticket-team">{team.name}</p>
              <p class="ticket-code"><code>{showTicket(code)}</code></p>
              <p class="hint">{say('tickets.where', { address: entry })}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function LostLink({ team, round }: { team: KnownTeam; round: Round }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const renew = () =>
    organiser.renewMemberLink(team.token, round.id).then(
      ({ token, link }) => rememberRound(team.id, round.id, { memberLink: link ?? `${location.origin}/#/t/${token}` }),
      (caught) => setProblem(caught instanceof Problem ? caught : OFFLINE),
    );
  return (
    <section class="card" aria-labelledby="lost-title">
      <h2 id="lost-title">{say('lost.title')}</h2>
      <p>{say('lost.text')}</p>
      <p class="actions after"><button type="button" class="button primary" onClick={() => void renew()}>{say('lost.renew')}</button></p>
      {problem && <Trouble problem={problem} />}
    </section>
  );
}
