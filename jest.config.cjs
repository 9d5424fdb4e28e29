/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/contract/'],
	transform: {
		'^.+\\.tsx?$|/node_modules/content-disposition/.+\\.js$': [
			'@swc/jest',
			{
				jsc: {
					target: 'es2022',
					parser: { syntax: 'typescript', tsx: false, decorators: true },
				},
				module: { type: 'commonjs' },
			},
		],
	},
	// Jest cannot load an ES module out of a CommonJS one (fastify's file server) before Node 24.
	transformIgnorePatterns: ['/node_modules/(?!content-disposition/)'],
	globalSetup: '<rootDir>/test/support/requireBuild.ts',
	maxWorkers: 2,
	testTimeout: 30_000,
};
