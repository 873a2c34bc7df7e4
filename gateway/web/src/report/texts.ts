import { texts } from '../i18n/texts';
import en from '../i18n/en/report.json';
import nl from '../i18n/nl/report.json';

export const say = texts<typeof en>({ en, nl });
