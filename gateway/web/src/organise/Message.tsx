import { useId, useState } from 'preact/hooks';
import { language, type Language } from '../i18n/language';
import { asMoment, fill, type Params, type Text } from '../i18n/texts';
import { CopyField } from '../shared/CopyField';
import { say } from './texts';
import { timeNeeded } from './time';

interface Props {
  /** the message in every language */
  texts: Record<Language, Text>;
  params: Params;
  deadline?: string | null;
  label?: string;
  /** how long answering takes, for a message that asks for it; null when that is not known */
  minutes?: number | null;
}

/** A message to the team that is ready to be sent, in the language of the reader's choice. */
export function Message({ texts, params, deadline = null, label = say('message.label'), minutes = null }: Props) {
  const name = useId();
  const [spoken, setSpoken] = useState<Language>(language.peek());
  const until = deadline ? ` ${fill(say('message.until'), { moment: asMoment(deadline) }, spoken)}` : '';
  const text = fill(texts[spoken], { ...params, time: timeNeeded(minutes, spoken), until: spoken === language.value ? until : '' }, spoken);
  return (
    <div class="message">
      <fieldset class="group inline">
        <legend>{say('message.language')}</legend>
        {(['nl', 'en'] as const).map((code) => (
          <label key={code} class="check"><input type="radio" name={name} value={code} checked={spoken === code} onChange={() => setSpoken(code)} />{code === 'nl' ? 'Nederlands' : 'English'}</label>
        ))}
      </fieldset>
      <CopyField label={label} value={text} lines={8} />
    </div>
  );
}
