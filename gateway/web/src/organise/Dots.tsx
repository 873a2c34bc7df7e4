interface Props {
  n: number;
  size: number;
  /** the last so many answers are in, but not shown */
  heldBack?: number;
}

const MOST_DOTS = 60;

/** One dot per person, filled for every answer that came in; a bar for a large group. */
export function Dots({ n, size, heldBack = 0 }: Props) {
  const shown = n - heldBack;
  if (size > MOST_DOTS) {
    return (
      <svg class="turnout-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="3" />
        <rect class="held" width={(100 * n) / size} height="3" />
        <rect class="bar" width={(100 * shown) / size} height="3" />
      </svg>
    );
  }
  const look = (index: number) => (index < shown ? 'in' : index < n ? 'held' : '');
  return <span class="turnout-dots" aria-hidden="true">{Array.from({ length: size }, (_, index) => <span key={index} class={look(index)} />)}</span>;
}
