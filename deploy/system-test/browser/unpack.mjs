// Unpacks the headless Chromium of the npm package into the folder given and prints the path of the program.
// Only what is missing is done: a second call costs a look at the file system.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? fail('usage: node unpack.mjs FOLDER'));
const program = join(target, 'chromium');

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  fail('No browser found. Install Chromium or Chrome, or set CHROME_BIN to its program file.');
}

if (!existsSync(program)) {
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (installed.status !== 0) {
    fail('npm could not fetch the test browser. Install Chromium or Chrome, or set CHROME_BIN to its program file.');
  }
  const packed = join(here, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const fresh = `${target}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const tar = (await import(pathToFileURL(join(here, 'node_modules', 'tar-fs', 'index.js')))).default;
  for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    await pipeline(createReadStream(join(packed, `${archive}.tar.br`)), createBrotliDecompress(), tar.extract(fresh));
  }
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(fresh, 'chromium'), { mode: 0o755 }),
  );
  // the configuration in the package names folders that only its own home has: without fonts every page is blank
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui']
    .map((family) => `  <alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`)
    .join('\n');
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(target, 'fonts')}</dir>
  <cachedir>${join(target, 'fonts-cache')}</cachedir>
${families}
</fontconfig>
`,
  );
  // a half-unpacked folder is never mistaken for a whole one
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
console.log(program);
