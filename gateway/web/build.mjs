// Builds the front end into target/classes/web. Run by Maven and by hand: node build.mjs [types]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const home = dirname(fileURLToPath(import.meta.url));
const output = join(home, 'target', 'classes', 'web');
const bill = join(home, 'target', 'front-end.cdx.json');
const contract = join(home, '..', 'service', 'src', 'main', 'resources', 'openapi', 'rolewise.yaml');
const MINIMUM_NODE = [20, 19];
const FIRST_LOAD = { requests: 6, bytes: 60 * 1024 };
// what the participant page asks the API before the questions stand on the screen: the round and its questions
const API_REQUESTS = 2;

function stop(line) {
  console.error(line);
  process.exit(2);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: home, stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' }, ...options });
  if (result.error) stop(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function checkTools() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1])) {
    stop(`Rolewise's front end needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  const npm = spawnSync('npm', ['--version'], { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.error || npm.status !== 0) stop(`Rolewise's front end needs npm (it comes with Node ${MINIMUM_NODE.join('.')} or newer) on the PATH.`);
}

/** Installs only when the lock differs from what the last installation wrote down. */
function installPackages() {
  const lock = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');
  const stamp = join(home, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

function tool(name) {
  const manifest = JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8'));
  const bin = typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin[name] ?? Object.values(manifest.bin)[0]);
  return join(home, 'node_modules', name, bin);
}

/** The API types follow the contract: a change there that this code does not know fails the type check. */
function generateTypes() {
  run(process.execPath, [tool('openapi-typescript'), contract, '-o', join(home, 'src', 'api', 'schema.d.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function compress() {
  for (const file of files(output)) {
    if (!['.html', '.js', '.css', '.svg', '.txt', '.json', '.webmanifest'].includes(extname(file))) continue;
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
  }
}

/** The start page has no words of its own before it is drawn: without scripts it leads to where it is written out. */
function writeStart() {
  const page = readFileSync(join(output, 'index.html'), 'utf8');
  const start = page.replace('</title>', '</title>\n    <noscript><meta http-equiv="refresh" content="0; url=/start"></noscript>');
  if (start === page) stop('index.html has no title any more: start.html cannot be made of it.');
  writeFileSync(join(output, 'start.html'), start);
}

/** What opens without a connection is what the participant page consists of; another version of it is another worker. */
function writeWorker(needed) {
  const shell = [...needed].map((file) => (file === 'index.html' ? '/' : `/${file}`)).sort();
  const version = createHash('sha256').update([...needed].map((file) => readFileSync(join(output, file))).join('')).digest('hex').slice(0, 12);
  const source = readFileSync(join(home, 'worker', 'sw.js'), 'utf8');
  const worker = source.replace('[/* shell */]', JSON.stringify(shell)).replace("'version'", JSON.stringify(version));
  if (!worker.includes(version) || worker.includes('/* shell */')) stop('worker/sw.js has no place for what the build knows any more.');
  writeFileSync(join(output, 'sw.js'), worker);
}

/** First load of the participant page: the document, what it names, and what the answer screen imports. */
function checkBudget() {
  const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
  rmSync(join(output, 'manifest.json'));
  const needed = new Set(['index.html']);
  const follow = (key) => {
    const chunk = manifest[key];
    if (needed.has(chunk.file)) return;
    needed.add(chunk.file);
    (chunk.css ?? []).forEach((file) => needed.add(file));
    (chunk.imports ?? []).forEach(follow);
  };
  follow('index.html');
  if (manifest['src/answer/Answer.tsx']) follow('src/answer/Answer.tsx');
  writeWorker(needed);
  const bytes = [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(join(output, file)), { level: 9 }).length, 0);
  const requests = needed.size + API_REQUESTS;
  console.log(`participant page: ${requests} requests, ${(bytes / 1024).toFixed(1)} KB gzip (at most ${FIRST_LOAD.requests} and ${FIRST_LOAD.bytes / 1024} KB)`);
  if (requests > FIRST_LOAD.requests || bytes > FIRST_LOAD.bytes) {
    console.error('The participant page has become too heavy for a phone in a meeting room.');
    process.exit(1);
  }
  const all = files(output).filter((file) => extname(file) === '.js').reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`all scripts together: ${(all / 1024).toFixed(0)} KB before compression`);
}

/** One hash over everything the result depends on. */
function inputs() {
  const hash = createHash('sha256');
  const own = ['bill.ts', 'build.mjs', 'index.html', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'].map((name) => join(home, name));
  const generated = join(home, 'src', 'api', 'schema.d.ts');
  const all = [...own, contract, ...['public', 'src', 'test', 'worker'].flatMap((folder) => files(join(home, folder)))].sort();
  for (const file of all) {
    if (file !== generated) hash.update(file.slice(home.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

checkTools();
const stamp = join(home, 'target', 'front-end.built');
const wanted = inputs();
if (process.argv[2] === 'types') {
  installPackages();
  generateTypes();
} else if (existsSync(stamp) && existsSync(join(output, 'index.html')) && existsSync(bill) && readFileSync(stamp, 'utf8') === wanted) {
  console.log('front end: nothing changed since the last build');
} else {
  rmSync(stamp, { force: true });
  installPackages();
  generateTypes();
  mkdirSync(output, { recursive: true });
  run(process.execPath, [tool('typescript').replace(/tsserver$/, 'tsc'), '--noEmit']);
  run(process.execPath, [tool('vitest'), 'run', '--reporter=dot']);
  run(process.execPath, [tool('vite'), 'build', '--logLevel', 'warn']);
  checkBudget();
  writeStart();
  compress();
  writeFileSync(stamp, wanted);
}
