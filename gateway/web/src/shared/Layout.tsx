import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseLanguage, language, type Language } from '../i18n/language';
import { core } from '../i18n/core';
import { moves, place } from '../router';
import { Logo } from './Shape';

const names: Record<Language, string> = { en: 'English', nl: 'Nederlands' };

function LanguageSwitch() {
  return (
    <div class="languages" role="group" aria-label={core('language')}>
      {(Object.keys(names) as Language[]).map((code) => (
        <button key={code} type="button" lang={code} aria-pressed={language.value === code} onClick={() => chooseLanguage(code)}>
          <span aria-hidden="true">{code.toUpperCase()}</span>
          <span class="off-screen">{names[code]}</span>
        </button>
      ))}
    </div>
  );
}

const menu = [
  ['/roles', 'nav.roles'],
  ['/compare', 'nav.compare'],
  ['/scenarios', 'nav.scenarios'],
  ['/guides', 'nav.guides'],
  ['/example', 'nav.example'],
] as const;

function Menu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const here = `/${place.value.path.join('/')}`;
  useEffect(() => setOpen(false), [moves.value]);
  return (
    <nav
      class="menu"
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
        {menu.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>
              {core(label)}
            </a>
          </li>
        ))}
        <li>
          <a class="menu-action" href="/new" aria-current={here === '/new' ? 'page' : undefined}>
            {core('nav.new')}
          </a>
        </li>
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
          <a class="brand" href="/" aria-label={core('home')}>
            <Logo />
            <span class="brand-name">{core('brand')}</span>
          </a>
          {!plain && <Menu />}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer class="bottom">
        <div class="bottom-inner">
          <p>{core('footer.line')}</p>
          <ul>
            <li><a href="/privacy">{core('nav.privacy')}</a></li>
            <li><a href="/method">{core('nav.method')}</a></li>
            <li><a href="/glossary">{core('nav.glossary')}</a></li>
            <li><a href="/#/k">{core('nav.code')}</a></li>
            <li><a href="/#/recover">{core('nav.recover')}</a></li>
          </ul>
        </div>
      </footer>
    </>
  );
}
