import { texts } from '../i18n/texts';
import en from '../i18n/en/session.json';
import nl from '../i18n/nl/session.json';

export const say = texts<typeof en>({ en, nl });
