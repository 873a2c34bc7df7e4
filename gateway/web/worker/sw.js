// Keeps what somebody needs to answer without a connection: the page itself and the questions. The build writes its two names.
const SHELL = [/* shell */];
const VERSION = 'version';
const PAGES = `rolewise-pages-${VERSION}`;
const QUESTIONS = 'rolewise-questions';
// a version of a questionnaire never changes
const QUESTIONNAIRE = /^\/api\/v1\/instruments\/[^/]+\/versions\/\d+$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(PAGES).then((pages) => pages.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const outdated = (names) => names.filter((name) => name.startsWith('rolewise-pages-') && name !== PAGES);
  event.waitUntil(caches.keys().then((names) => Promise.all(outdated(names).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  // the server decides wherever it can be reached
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => shell()));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  else if (QUESTIONNAIRE.test(url.pathname)) event.respondWith(questionnaire(request));
});

async function shell() {
  return (await caches.match('/')) ?? Response.error();
}

async function questionnaire(request) {
  const questions = await caches.open(QUESTIONS);
  const kept = await questions.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // an older copy that a gateway had to make do with is not the last word
  if (answer.ok && !answer.headers.has('Cache-Status')) await questions.put(request, answer.clone());
  return answer;
}
