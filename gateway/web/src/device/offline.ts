const WORKER = '/sw.js';

interface Policies { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string } }

/** A script's address is taken from a policy only, and this one gives out no other. */
function address(): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  return policies ? policies.createPolicy('rolewise-worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) : WORKER;
}

let asked = false;

/** From now on the page and these questions open without a connection too; where a browser cannot do that, nothing changes. */
export async function openOffline(questions: string): Promise<void> {
  const workers = (globalThis.navigator as Navigator | undefined)?.serviceWorker;
  if (!workers || asked) return;
  asked = true;
  try {
    await workers.register(address());
    await workers.ready;
    // they came before there was anything to keep them; the browser has them at hand
    const kept = await caches.open('rolewise-questions');
    if (!(await kept.match(questions, { ignoreVary: true }))) await kept.add(questions);
  } catch {
    // as before: without a connection the page does not open
  }
}
