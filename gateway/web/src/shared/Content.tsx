import type { ComponentChildren } from 'preact';
import { contentLang, inContent } from '../i18n/language';

/** Content in a place that belongs to the screen, such as its heading: marked where it is in another language. */
export function Content({ children }: { children: ComponentChildren }) {
  return contentLang() === undefined ? <>{children}</> : <span {...inContent()}>{children}</span>;
}
