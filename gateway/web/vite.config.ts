import { defineConfig } from 'vitest/config';
import { billOfMaterials } from './bill.ts';

export default defineConfig({
  plugins: [billOfMaterials('target/front-end.cdx.json')],
  build: {
    outDir: 'target/classes/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    // the polyfill would fetch what browsers of this target preload themselves
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    reportCompressedSize: false,
  },
  server: {
    proxy: { '/api': process.env.ROLEWISE_API ?? 'http://localhost:8080' },
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
});
