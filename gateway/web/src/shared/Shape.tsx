import type { Quadrant, SideId } from '../api/model';

export const SIDES: SideId[] = ['product', 'project', 'programme'];

const outline: Record<SideId, string> = {
  product: 'M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Z',
  project: 'M5.5 3h13A2.5 2.5 0 0 1 21 5.5v13a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 18.5v-13A2.5 2.5 0 0 1 5.5 3Z',
  programme: 'M12 1.8 22.2 12 12 22.2 1.8 12Z',
};

/** The half that is filled when somebody has the role but it still hurts. */
const half: Record<SideId, string> = {
  product: 'M12 2.5a9.5 9.5 0 0 0 0 19Z',
  project: 'M12 3H5.5A2.5 2.5 0 0 0 3 5.5v13A2.5 2.5 0 0 0 5.5 21H12Z',
  programme: 'M12 1.8 1.8 12 12 22.2Z',
};

/**
 * A side's mark: circle, square or diamond, so that colour is never the only difference. Filled:
 * goes well; half: taken care of, still hurts; ring with a core: goes well by chance; open dashes: nobody.
 */
export function Shape({ side, state = 'FINE', class: name = '' }: { side: SideId; state?: Quadrant | null; class?: string }) {
  return (
    <svg class={`shape ${side} ${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path class={state === 'FINE' ? 'full' : state === 'VACANT' ? 'open' : 'line'} d={outline[side]} />
      {state === 'UNSUPPORTED' && <path class="full" d={half[side]} />}
      {state === 'INFORMAL' && <circle class="full" cx="12" cy="12" r="3.6" />}
    </svg>
  );
}

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <circle class="logo-product" cx="10" cy="11" r="4.6" />
      <rect class="logo-project" x="17.6" y="6.4" width="9.2" height="9.2" rx="1.6" />
      <path class="logo-missing" d="M16 17.2 21.3 22.5 16 27.8 10.7 22.5Z" />
    </svg>
  );
}
