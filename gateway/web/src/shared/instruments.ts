import { signal } from '@preact/signals';
import type { InstrumentItem, SideId } from '../api/model';
import { content } from '../api/operations';
import { offerLanguages } from '../i18n/language';

/** The roles of the instruments on show, by their id. */
const roles = signal<ReadonlyMap<string, SideId>>(new Map());

/** The side that a role takes care of; null for one that no instrument can advise, or while that is not known. */
export const sideOf = (role: string): SideId | null => roles.value.get(role) ?? null;

/** What can be asked here, and in which languages; everything that hangs on it follows. */
export async function instruments(): Promise<InstrumentItem[]> {
  const items = await content.instruments();
  roles.value = new Map(items.flatMap((item) => item.roles ?? []).map(({ id, side }) => [id, side]));
  offerLanguages(items.flatMap((item) => item.languages ?? []));
  return items;
}

/** The role of each side of an instrument. */
export const roleOf = (item: InstrumentItem | undefined, side: SideId): string | null => item?.roles?.find((role) => role.side === side)?.id ?? null;
