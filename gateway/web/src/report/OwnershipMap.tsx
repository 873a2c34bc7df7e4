import type { Report } from '../api/model';
import { asList } from '../i18n/texts';
import { Figure } from './Figure';
import { byWeight, ownership, type Ownership } from './reading';
import { say } from './texts';

const MOST_UNITS = 40;
const KINDS = ['one', 'several', 'loose', 'whoever', 'nobody'] as const;

/** "4 see an owner, 3 see nobody": the groups that are not empty, in that order. */
export function ownershipSentence({ owner, unclear, nobody }: Ownership): string {
  return asList(
    [
      owner > 0 ? say('own.owner', { n: owner }) : '',
      unclear > 0 ? say('own.unclear', { n: unclear }) : '',
      nobody > 0 ? say('own.nobody', { n: nobody }) : '',
    ].filter(Boolean),
  );
}

function Mark({ kind }: { kind: (typeof KINDS)[number] }) {
  return (
    <svg class={`own-mark ${kind}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle class="ring" cx="10" cy="10" r="8" />
      {kind === 'several' && <><circle class="core" cx="7.2" cy="10" r="2.2" /><circle class="core" cx="12.8" cy="10" r="2.2" /></>}
      {kind === 'loose' && <path class="core" d="M10 2a8 8 0 0 0 0 16Z" />}
      {kind === 'whoever' && <circle class="core" cx="10" cy="10" r="2.6" />}
    </svg>
  );
}

export function OwnershipMap({ report }: { report: Report }) {
  const areas = byWeight(report);
  const none = areas.filter((area) => area.coverage && ownership(area.coverage).owner === 0).map((area) => area.name);
  return (
    <Figure
      title={say('own.title')}
      summary={none.length > 0 ? say('own.summary.none', { n: none.length, areas: asList(none) }) : say('own.summary')}
      legend={<ul class="own-legend">{KINDS.map((kind) => <li key={kind}><Mark kind={kind} />{say(`own.kind.${kind}`)}</li>)}</ul>}
      table={{
        head: [say('area'), ...KINDS.map((kind) => say(`own.kind.${kind}`))],
        rows: areas.map((area) => [area.name, ...(area.coverage ?? ['–', '–', '–', '–', '–'])]),
      }}
    >
      <ul class="own">
        {areas.map((area) => {
          const counts = area.coverage;
          const total = counts ? ownership(counts).total : 0;
          return (
            <li key={area.id}>
              <strong>{area.name}</strong>
              {counts ? (
                <>
                  <span class="own-units">
                    {total <= MOST_UNITS
                      ? KINDS.flatMap((kind, index) => Array.from({ length: counts[index] ?? 0 }, (_, unit) => <Mark key={`${kind}${unit}`} kind={kind} />))
                      : KINDS.map((kind, index) => ((counts[index] ?? 0) > 0 ? <span key={kind} class="own-count"><Mark kind={kind} />{counts[index]}</span> : null))}
                  </span>
                  <span class="own-sentence">{ownershipSentence(ownership(counts))}</span>
                </>
              ) : (
                <span class="own-sentence">{say('tooFew')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Figure>
  );
}
