import { texts } from '../i18n/texts';
import en from '../i18n/en/answer.json';
import nl from '../i18n/nl/answer.json';

export const say = texts<typeof en>({ en, nl });
