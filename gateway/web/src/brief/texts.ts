import { texts } from '../i18n/texts';
import en from '../i18n/en/brief.json';
import nl from '../i18n/nl/brief.json';

export const say = texts<typeof en>({ en, nl });
