import { texts } from '../i18n/texts';
import en from '../i18n/en/organise.json';
import nl from '../i18n/nl/organise.json';

export const say = texts<typeof en>({ en, nl });
export const messages = { en: en['message.text'], nl: nl['message.text'] };
export const codeMessages = { en: en['message.codes'], nl: nl['message.codes'] };
