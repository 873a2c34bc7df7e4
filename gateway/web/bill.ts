// Which packages end up in the front end, as a CycloneDX bill of materials: those of which a file really is in a bundle.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

function component(name: string, folder: string) {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, licenses: [{ license: { id: license } }], purl };
}

/** A plugin that writes the bill once the bundles are known. */
export function billOfMaterials(file: string): Plugin {
  return {
    name: 'bill-of-materials',
    apply: 'build',
    generateBundle(_, bundle) {
      const folders = new Map<string, string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
          // modules that the bundler makes up have a name that begins with a zero
          const [, folder, name] = PACKAGE.exec(module.replace(/^\0/, '')) ?? [];
          if (folder && name && renderedLength > 0) folders.set(name.replace('\\', '/'), folder);
        }
      }
      if (folders.size === 0) this.error('No package is in the bundles: the bill of materials would be wrong.');
      const components = [...folders.keys()].sort().map((name) => component(name, folders.get(name)!));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, null, 2)}\n`);
    },
  };
}
