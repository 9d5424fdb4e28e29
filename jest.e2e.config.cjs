const base = require('./jest.config.cjs');

/**
 * Tests in the real n8n: `npm run test:e2e`. One after the other, for each starts servers.
 * @type {import('jest').Config}
 */
module.exports = {
	...base,
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
	maxWorkers: 1,
	// Servers are ended by the tests; a socket that one of them left open must not hold the run.
	forceExit: true,
	testTimeout: 120_000,
};
