import { useEffect, useRef, useState } from 'preact/hooks';
import { content } from '../api/operations';
import { Problem } from '../api/problem';
import type { SideId } from '../api/model';
import { at, inContent } from '../i18n/language';
import { instruments, roleOf } from '../shared/instruments';
import { Page } from '../shared/Page';
import { Busy, Trouble, useDocument } from '../shared/loading';
import { Shape } from '../shared/Shape';
import { judge, matching, rulesOf, type QuickAnswers, type QuickResult } from './quickCheck';
import { say } from './texts';

/** The instrument whose gates the check has. */
async function scanOnShow() {
  const [first] = await instruments();
  if (!first) throw new Problem(404, 'not-found', null, null);
  return content.instrument(first.id);
}

const steps = [
  { question: 'quick.q1', options: ['quick.works.0', 'quick.works.1', 'quick.works.2'], side: 'product' },
  { question: 'quick.q2', options: ['quick.cared.0', 'quick.cared.1', 'quick.cared.2'], side: 'product' },
  { question: 'quick.q3', options: ['quick.works.0', 'quick.works.1', 'quick.works.2'], side: 'project' },
  { question: 'quick.q4', options: ['quick.cared.0', 'quick.cared.1', 'quick.cared.2'], side: 'project' },
  { question: 'quick.q5', options: ['quick.connected.0', 'quick.connected.1'], side: 'programme' },
] as const;

function Dots({ done }: { done: number }) {
  return (
    <span class="quick-dots" aria-hidden="true">
      {steps.map((step, index) => (
        <Shape key={index} side={step.side} state={index < done ? 'FINE' : 'VACANT'} />
      ))}
    </span>
  );
}

/** The answers that an address carries, as far as they are answers: the check works without a script as well. */
export function tapsOf(query: URLSearchParams): number[] {
  const given = steps.map(({ options }, index) => options.map((_, option) => String(option)).indexOf(query.get(`q${index + 1}`) ?? ''));
  const open = given.indexOf(-1);
  return open < 0 ? given : given.slice(0, open);
}

/** The check by itself, to be linked to. */
export function QuickCheckPage({ query }: { query: URLSearchParams }) {
  return (
    <Page title={say('quick.title')} lead={say('quick.lead')}>
      <div class="quick-alone"><QuickCheck given={tapsOf(query)} /></div>
    </Page>
  );
}

/** Five taps in the browser; nothing is stored or sent. */
export function QuickCheck({ given = [] }: { given?: number[] }) {
  const [taps, setTaps] = useState<number[]>(given);
  const [touched, setTouched] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (touched) heading.current?.focus({ preventScroll: taps.length < steps.length });
  }, [taps.length]);
  const step = steps[taps.length];
  const tap = (choice: number[]) => {
    // what the answers count for is there by the time they are given
    if (!touched) scanOnShow().catch(() => undefined);
    setTouched(true);
    setTaps(choice);
  };
  if (!step) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = taps;
    return <Judged answers={{ product: [a, b], project: [c, d], connected: e === 0 }} heading={heading} again={() => tap([])} />;
  }
  return (
    <section class="quick card" id="quick-check" aria-labelledby="quick-title">
      <div class="quick-head">
        <h2 id="quick-title">{say('quick.title')}</h2>
        <Dots done={taps.length} />
      </div>
      <h3 class="quick-question" ref={heading} tabIndex={-1}>
        <span class="question-number">{say('quick.step', { step: taps.length + 1, steps: steps.length })}</span>
        {say(step.question)}
      </h3>
      <div class="quick-options">
        {step.options.map((option, index) => (
          <button key={`${taps.length}/${option}`} type="button" class="quick-option" onClick={() => tap([...taps, index])}>
            {say(option)}
          </button>
        ))}
      </div>
      <p class="hint quick-foot">
        {taps.length === 0 ? (
          say('quick.hint')
        ) : (
          <button type="button" class="as-link" onClick={() => tap(taps.slice(0, -1))}>
            {say('quick.back')}
          </button>
        )}
      </p>
    </section>
  );
}

function Judged({ answers, ...rest }: { answers: QuickAnswers; heading: { current: HTMLHeadingElement | null }; again: () => void }) {
  const { data, problem, reload } = useDocument(scanOnShow, 'scan');
  if (data) return <Outcome result={judge(answers, rulesOf(data))} {...rest} />;
  return <section class="quick card" id="quick-check">{problem ? <Trouble problem={problem} retry={reload} /> : <Busy />}</section>;
}

function Outcome({ result, heading, again }: { result: QuickResult; heading: { current: HTMLHeadingElement | null }; again: () => void }) {
  const { data } = useDocument(content.scenarios, 'scenarios');
  const { data: scans } = useDocument(instruments, 'instruments');
  const scenario = data && scans && matching(data, result.outcome, (side) => roleOf(scans[0], side));
  const sides: [SideId, QuickResult['product']][] = [
    ['product', result.product],
    ['project', result.project],
  ];
  return (
    <section class="quick card quick-result" id="quick-check" aria-labelledby="quick-title">
      <p class="eyebrow">{say('quick.title')}</p>
      <h2 id="quick-title" ref={heading} tabIndex={-1}>
        {say(`quick.outcome.${result.outcome}.title`)}
      </h2>
      <p>{say(`quick.outcome.${result.outcome}.text`)}</p>
      <ul class="quick-sides">
        {sides.map(([side, state]) => (
          <li key={side} class={side}>
            <Shape side={side} state={state} />
            <span>
              <strong>{say(`side.${side as 'product' | 'project'}`)}</strong>
              {say(`quadrant.${state}`)}
            </span>
          </li>
        ))}
      </ul>
      {result.connected && <p>{say(result.outcome === 'BOTH' ? 'quick.connected.both' : 'quick.connected.text')}</p>}
      {scenario && (
        <p>
          {say('quick.scenario')} <a href={at(`/scenarios/${scenario.id}`)} {...inContent()}>{scenario.title}</a>
        </p>
      )}
      <p class="quick-caveat">{say('quick.oneView')}</p>
      <div class="actions">
        <a class="button primary" href="/new">
          {say('quick.ask')}
        </a>
        <button type="button" class="button quiet" onClick={again}>
          {say('quick.again')}
        </button>
      </div>
    </section>
  );
}
