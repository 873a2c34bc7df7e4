import type { ComponentChildren } from 'preact';
import { Stage } from './Stage';

/** How many have answered, large enough for the whole room; it grows while everybody looks. */
export function TurnoutStage({ team, title, count, children, onClose }: { team: string; title: string; count: string; children: ComponentChildren; onClose: () => void }) {
  const content = (
    <div class="stage-turnout">
      <h2>{title}</h2>
      <p class="turnout-count" role="status" data-testid="stage-turnout">{count}</p>
      {children}
    </div>
  );
  return <Stage team={team} slides={[{ title, content }]} onClose={onClose} />;
}
