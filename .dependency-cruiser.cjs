/** Who may know whom (ARCHITECTURE.md, "Rooms"). `npm run rooms` holds the code against it. */
const never = (name, from, to, comment) => ({
	name,
	severity: 'error',
	comment,
	from: { path: from },
	to: { path: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		never(
			'cloud-api-knows-no-n8n',
			'^cloud-api/',
			'^(nodes|credentials|engine|demo|sandbox|bench|test|e2e)/|(^|/)node_modules/(n8n-|@n8n/|axios)',
			'WhatsApp itself stays usable without n8n: it is given a Transport.',
		),
		never(
			'shipped-code-knows-no-development-rooms',
			'^(nodes|credentials|cloud-api|index\\.ts)',
			'^(sandbox|engine|demo|bench|test|e2e|examples|scripts)/',
			'What is published must work without them.',
		),
		never(
			'sandbox-is-a-second-opinion',
			'^sandbox/',
			'^(nodes|credentials|cloud-api|engine|demo|bench|test|e2e)/|^index\\.ts$',
			"An independent reading of Meta's contract notices what the other side gets wrong.",
		),
		never(
			'operations-do-not-know-each-other',
			'^nodes/WhatsAppCloud/resources/([^/]+)/',
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
			'^(nodes|credentials|cloud-api|sandbox|engine|demo|e2e|index\\.ts)',
			'^(test|bench)/',
			'Tests and benchmark look at the house from outside.',
		),
		{
			name: 'no-circles',
			severity: 'error',
			comment:
				'Files that load each other in a loop cannot be understood alone (naming a type of the other is fine).',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
