import { texts } from '../i18n/texts';
import en from '../i18n/en/organise.json';
import nl from '../i18n/nl/organise.json';

export const say = texts<typeof en>({ en, nl });
export const messages = { en: en['message.text'], nl: nl['message.text'] };
/** The report is there: for the team. */
export const reportMessages = { en: en['message.report'], nl: nl['message.report'] };
/** A round that had too few answers is open again. */
export const askAgain = { en: en['message.again'], nl: nl['message.again'] };
export const askAgainWithCodes = { en: en['message.again.codes'], nl: nl['message.again.codes'] };
export const codeMessages = { en: en['message.codes'], nl: nl['message.codes'] };
/** For a round in which everybody signs in. */
export const signedInMessages = { en: en['message.signedIn'], nl: nl['message.signedIn'] };
/** How long answering takes, when the questionnaire says it and when it is not known. */
export const aboutMinutes = { en: en['takes.about'], nl: nl['takes.about'] };
export const fewMinutes = { en: en['takes.few'], nl: nl['takes.few'] };
