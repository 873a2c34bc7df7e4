import { texts } from '../i18n/texts';
import en from '../i18n/en/learn.json';
import nl from '../i18n/nl/learn.json';

export const say = texts<typeof en>({ en, nl });
