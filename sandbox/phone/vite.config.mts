import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the phone page into `build/phone`, which the sandbox's server serves at `/`. */
export default defineConfig({
	root: here('.'),
	base: './',
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	build: {
		outDir: here('../../build/phone'),
		emptyOutDir: true,
		target: 'es2022',
		// A font as a data: URL would need a hole in the page's content policy.
		assetsInlineLimit: 0,
	},
});
