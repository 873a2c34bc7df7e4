import { around } from '../i18n/texts';

/** A sentence that names a team: the name is what somebody typed, and finds its direction itself. */
export function Naming({ sentence, team }: { sentence: string; team: string }) {
  return <>{around(sentence, 'team', <bdi>{team}</bdi>)}</>;
}
