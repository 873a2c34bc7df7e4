import { texts } from '../i18n/texts';
import en from '../i18n/en/present.json';
import nl from '../i18n/nl/present.json';

export const say = texts<typeof en>({ en, nl });
