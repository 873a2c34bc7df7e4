import en from './en/core.json';
import nl from './nl/core.json';
import { texts } from './texts';

export const core = texts<typeof en>({ en, nl });
