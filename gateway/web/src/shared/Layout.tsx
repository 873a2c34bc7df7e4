import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../api/model';
import { at, chooseLanguage, contentLang, firstSpoken, language, languageName, offered, reading } from '../i18n/language';
import { core } from '../i18n/core';
import { around } from '../i18n/texts';
import { go, moves, place, reread, searchAddress } from '../router';
import { rememberPlace, START } from '../session/leaving';
import { ended, signsIn, useSession } from '../session/session';
import { instruments } from './instruments';
import { later } from './loading';
import { Logo } from './Shape';

const EndedNotice = later(() => import('../session/screens').then((file) => file.EndedNotice));

/** Where the address says the language, another one of ours is another address; elsewhere it is a setting. */
function LanguageSwitch() {
  const { language: addressed, fragment } = place.value;
  const read = (code: string, href: string | null) => {
    chooseLanguage(code);
    if (href) reread(href + location.hash);
  };
  return (
    <div class="languages" role="group" aria-label={core('language')}>
      {offered.value.map((code) => {
        const name = (
          <>
            <span aria-hidden="true">{code.toUpperCase()}</span>
            <span class="off-screen">{languageName(code)}</span>
          </>
        );
        const screens = firstSpoken([code]);
        const href = addressed && !fragment ? `/${screens}${location.pathname.slice(1 + addressed.length)}${location.search}` : null;
        return href && code === screens ? (
          <a key={code} href={href} lang={code} hreflang={code} aria-current={reading.value === code ? 'true' : undefined} onClick={(event) => { event.preventDefault(); read(code, href); }}>{name}</a>
        ) : (
          <button key={code} type="button" lang={code} aria-pressed={reading.value === code} onClick={() => read(code, href)}>{name}</button>
        );
      })}
    </div>
  );
}

/** Says so where the content is in a language that the screens themselves do not speak. */
function ScreensInEnglish() {
  const code = contentLang();
  if (!code) return null;
  const [before, name, after] = around(core('language.mark'), 'language', <bdi lang={code}>{languageName(code)}</bdi>);
  return <p class="language-mark">{before}{name}{after}</p>;
}

/** Looking something up, from wherever one is. */
function Find() {
  return (
    <form
      class="find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('q') as HTMLInputElement;
        go(searchAddress(field.value));
        field.value = '';
      }}
    >
      <label class="off-screen" for="find">{core('find')}</label>
      <input id="find" type="search" name="q" maxLength={200} placeholder={core('find')} autocomplete="off" />
    </form>
  );
}

const library = [
  ['/roles', 'nav.roles'],
  ['/compare', 'nav.compare'],
  ['/scenarios', 'nav.scenarios'],
  ['/guides', 'nav.guides'],
] as const;

/** Signing in and out, only where people sign in. On a narrow screen it is part of the open menu. */
function Account({ here, session }: { here: string; session: Session }) {
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [moves.value]);
  if (!session.signedIn) {
    return (
      <li>
        <a href={START} onClick={() => rememberPlace(location.pathname + location.search + location.hash)}>{core('nav.signIn')}</a>
      </li>
    );
  }
  const out = () => import('../session/signingOut').then((file) => file.leaveSession()).then(() => setFailed(false), () => setFailed(true));
  return (
    <li
      class="account"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button ref={button} type="button" class="account-button" aria-expanded={open} aria-controls="account-list" onClick={() => setOpen(!open)}>{core('nav.account')}</button>
      <ul id="account-list" class={open ? 'open' : ''}>
        <li><a href="/teams" aria-current={here === '/teams' ? 'page' : undefined}>{core('nav.teams')}</a></li>
        <li>
          <button type="button" class="menu-item" onClick={() => void out()}>{core('nav.signOut')}</button>
          {failed && <p class="field-error" role="alert">{core('trouble.title')}</p>}
        </li>
      </ul>
    </li>
  );
}

function Menu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const here = `/${place.value.path.join('/')}`;
  const session = useSession();
  const account = session && signsIn(session) ? session : null;
  useEffect(() => setOpen(false), [moves.value]);
  return (
    <nav
      class={account ? 'menu with-account' : 'menu'}
      aria-label={core('nav.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" class="menu-button" aria-expanded={open} aria-controls="menu-list" onClick={() => setOpen(!open)}>
        <span class="menu-bars" aria-hidden="true" />
        {core('nav.menu')}
      </button>
      <ul id="menu-list" class={open ? 'open' : ''}>
        {library.map(([href, label]) => (
          <li key={href}>
            <a href={at(href)} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>
              {core(label)}
            </a>
          </li>
        ))}
        <li><a href={at('/example')} aria-current={here === '/example' ? 'page' : undefined}>{core('nav.example')}</a></li>
        <li>
          <a class="menu-action" href="/new" aria-current={here === '/new' ? 'page' : undefined}>
            {core('nav.new')}
          </a>
        </li>
        {account && <Account here={here} session={account} />}
      </ul>
    </nav>
  );
}

/** The frame around every screen; `plain` leaves the menu out where somebody came to answer. */
export function Layout({ plain = false, children }: { plain?: boolean; children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.documentElement.lang = language.value;
  }, [language.value]);
  // whoever answers gets it with the questionnaire: no further request there
  useEffect(() => {
    if (!plain) instruments().catch(() => undefined);
  }, [plain]);
  // whoever answers needs one request less; whoever comes back to a team may want it among the programs
  useEffect(() => {
    if (plain) return;
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = `/${language.value}.webmanifest`;
    document.head.append(link);
    return () => link.remove();
  }, [plain, language.value]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {core('skip')}
      </a>
      <header class={plain ? 'top plain' : 'top'}>
        <div class="top-inner">
          <a class="brand" href={at('/')} aria-label={core('home')}>
            <Logo />
            <span class="brand-name">{core('brand')}</span>
          </a>
          {!plain && <Menu />}
          {!plain && <Find />}
          <LanguageSwitch />
        </div>
      </header>
      {/* whoever answers needs no session any more: the ticket is in this browser */}
      {ended.value && !plain && <EndedNotice />}
      <main id="main" ref={main} tabIndex={-1}>
        <ScreensInEnglish />
        {children}
      </main>
      <footer class="bottom">
        <div class="bottom-inner">
          <p>{core('footer.line')}</p>
          <ul>
            <li><a href={at('/privacy')}>{core('nav.privacy')}</a></li>
            <li><a href={at('/method')}>{core('nav.method')}</a></li>
            <li><a href={at('/glossary')}>{core('nav.glossary')}</a></li>
            <li><a href={at('/responsibilities')}>{core('nav.responsibilities')}</a></li>
            <li><a href="/#/k">{core('nav.code')}</a></li>
            <li><a href="/#/recover">{core('nav.recover')}</a></li>
          </ul>
        </div>
      </footer>
    </>
  );
}
