import { useRef, useState } from 'preact/hooks';
import { saveAsFile } from '../shared/download';
import { say } from './texts';

/** What a picture of a chart is called: the words of its title, in letters that every disk takes. */
export function pictureName(title: string, ending: string): string {
  const words = title.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `rolewise-${words.slice(0, 60) || 'chart'}.${ending}`;
}

/** A chart as a picture to take along, made in the page of what stands in it. */
export function ChartFiles({ title }: { title: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const save = async (ending: 'svg' | 'png') => {
    const chart = place.current?.closest('figure');
    if (!chart) return;
    try {
      const { drawing, bitmap } = await import('./drawing');
      const picture = drawing(chart, title, sourceLine(chart));
      if (ending === 'svg') saveAsFile(pictureName(title, 'svg'), 'image/svg+xml', picture.text);
      else saveAsFile(pictureName(title, 'png'), 'image/png', await bitmap(picture));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="chart-files" ref={place}>
      <p class="actions">
        {(['svg', 'png'] as const).map((ending) => (
          <button key={ending} type="button" class="button quiet small" onClick={() => save(ending)}>
            {say(`chart.${ending}`)}<span class="off-screen">: {title}</span>
          </button>
        ))}
      </p>
      <p class="hint" role="status">{failed && say('chart.failed')}</p>
    </div>
  );
}

/** Whose chart it is and of when, as the head of the page says it. */
function sourceLine(chart: Element): string {
  const head = chart.closest('.page')?.querySelector('.eyebrow')?.textContent ?? '';
  return [say('chart.source'), ...head.split('·')].map((part) => part.trim()).filter(Boolean).map((part) => `\u2068${part}\u2069`).join(' · ');
}
