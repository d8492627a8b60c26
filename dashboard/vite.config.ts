import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The gateway a developer's `npm run dev` talks to. */
const gateway = process.env['ONAIR_URL'] ?? 'http://127.0.0.1:8080';

/** The page of the embedded player at its address, as the gateway serves it. */
const embedPage: Plugin = {
  name: 'embed-page',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/^\/embed\/[^/?]+/, '/embed.html');
      next();
    });
  },
};

export default defineConfig({
  plugins: [react(), embedPage],
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows files of our own, not files inside files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // hls.js alone is that large; it is loaded when there is a picture to show.
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: ['index.html', 'embed.html'] },
  },
  server: {
    host: '127.0.0.1',
    // The host that the browser asked stays: the gateway takes changes from its own origin only.
    proxy: Object.fromEntries(
      ['/v1', '/session', '/playback', '/docs', '/openapi.json'].map((path) => [path, { target: gateway, changeOrigin: false }]),
    ),
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // The report is counted together with those of the other modules.
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/vitest/report.xml' },
  },
});
