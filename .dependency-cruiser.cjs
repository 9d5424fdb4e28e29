const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** An import of a neighbor, e.g. `from './sendText'`. */
const IMPORT = /from '\.\/([^']+)'/g;

/** Who may know whom (ARCHITECTURE.md, "Rooms"). `npm run rooms` holds the code against it. */
const never = (name, from, to, comment) => ({
	name,
	severity: 'error',
	comment,
	from: { path: from },
	to: { path: to },
});

const RESOURCES = 'nodes/WhatsAppCloud/resources';

/** The files of all operations: those that the index of a resource imports. */
function operations() {
	return readdirSync(path.join(__dirname, RESOURCES), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) =>
			[
				...readFileSync(path.join(__dirname, RESOURCES, name, 'index.ts'), 'utf8').matchAll(IMPORT),
			].map(([, file]) => `^${RESOURCES}/${name}/${file}\\.ts$`),
		)
		.join('|');
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		never(
			'cloud-api-knows-no-n8n',
			'^cloud-api/',
			'^(nodes|credentials|engine|demo|sandbox|bench|test|n8n-server)/|(^|/)node_modules/(n8n-|@n8n/|axios)',
			'WhatsApp itself stays usable without n8n: it is given a Transport.',
		),
		never(
			'shipped-code-knows-no-development-rooms',
			'^(nodes|credentials|cloud-api|index\\.ts)',
			'^(sandbox|engine|demo|bench|test|n8n-server|examples|scripts)/',
			'What is published must work without them.',
		),
		never(
			'sandbox-is-a-second-opinion',
			'^sandbox/',
			'^(nodes|credentials|cloud-api|engine|demo|bench|test|n8n-server)/|^index\\.ts$',
			"An independent reading of Meta's contract notices what the other side gets wrong.",
		),
		{
			...never(
				'resources-do-not-know-each-other',
				`^${RESOURCES}/([^/]+)/`,
				`^${RESOURCES}/`,
				'What two resources need lies in fields/ or runtime/.',
			),
			to: { path: `^${RESOURCES}/`, pathNot: `^${RESOURCES}/$1/` },
		},
		{
			...never(
				'operations-do-not-know-each-other',
				`^${RESOURCES}/[^/]+/`,
				operations(),
				'What two operations need lies in a file of its own.',
			),
			from: { path: `^${RESOURCES}/[^/]+/`, pathNot: '/index\\.ts$' },
		},
		never(
			'action-node-does-not-know-the-trigger',
			'^nodes/WhatsAppCloud/',
			'^nodes/WhatsAppCloudTrigger/',
			'The nodes share nodes/shared and cloud-api only.',
		),
		never(
			'trigger-does-not-know-the-action-node',
			'^nodes/WhatsAppCloudTrigger/',
			'^nodes/WhatsAppCloud/',
			'The nodes share nodes/shared and cloud-api only.',
		),
		never(
			'registration-does-not-know-delivery',
			'^nodes/WhatsAppCloudTrigger/registration/',
			'^nodes/WhatsAppCloudTrigger/delivery/',
			'What both need stands beside them: filters, callback URLs, what a test run found.',
		),
		never(
			'delivery-does-not-know-registration',
			'^nodes/WhatsAppCloudTrigger/delivery/',
			'^nodes/WhatsAppCloudTrigger/registration/',
			'What both need stands beside them: filters, callback URLs, what a test run found.',
		),
		never(
			'nothing-imports-tests-or-bench',
			'^(nodes|credentials|cloud-api|sandbox|engine|demo|n8n-server|index\\.ts)',
			'^(test|bench)/',
			'Tests and benchmark look at the house from outside.',
		),
		{
			name: 'no-circles',
			severity: 'error',
			comment:
				'Files that import each other cannot be understood alone; neither can types that do.',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-axios-at-runtime',
			severity: 'error',
			comment: "Current n8n images do not resolve it; shipped code uses n8n's helper.",
			from: { path: '^(nodes|credentials|cloud-api|index\\.ts)' },
			to: { path: 'node_modules/axios', dependencyTypesNot: ['type-only'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|build)/' },
		tsConfig: { fileName: 'tsconfig.all.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
	},
};
