import type { Report } from '../api/model';
import { inContent } from '../i18n/language';
import { around, asList } from '../i18n/texts';
import { Content } from '../shared/Content';
import { content, Figure } from './Figure';
import { byWeight, ownership, ownershipKinds, type Ownership, type OwnershipKind } from './reading';
import { say } from './texts';

const MOST_UNITS = 40;

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

function Mark({ kind }: { kind: OwnershipKind }) {
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
  const options = report.method.coverage;
  const kinds = ownershipKinds(options);
  const none = areas.filter((area) => area.coverage && ownership(area.coverage, options).owner === 0).map((area) => area.name);
  return (
    <Figure
      title={say('own.title')}
      summary={none.length > 0 ? around(say('own.summary.none', { n: none.length }), 'areas', <Content>{asList(none)}</Content>) : say('own.summary')}
      legend={<ul class="own-legend">{options.map(({ value, label }, index) => <li key={value}><Mark kind={kinds[index] ?? 'nobody'} /><span {...inContent()}>{label}</span></li>)}</ul>}
      table={{
        head: [say('area'), ...options.map(({ label }) => content(label))],
        rows: areas.map((area) => [content(area.name), ...(area.coverage ?? options.map(() => '–'))]),
      }}
    >
      <ul class="own">
        {areas.map((area) => {
          const counts = area.coverage;
          const total = counts ? ownership(counts, options).total : 0;
          return (
            <li key={area.id}>
              <strong {...inContent()}>{area.name}</strong>
              {counts ? (
                <>
                  <span class="own-units">
                    {total <= MOST_UNITS
                      ? kinds.flatMap((kind, index) => Array.from({ length: counts[index] ?? 0 }, (_, unit) => <Mark key={`${index}/${unit}`} kind={kind} />))
                      : kinds.map((kind, index) => ((counts[index] ?? 0) > 0 ? <span key={index} class="own-count"><Mark kind={kind} />{counts[index]}</span> : null))}
                  </span>
                  <span class="own-sentence">{ownershipSentence(ownership(counts, options))}</span>
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
