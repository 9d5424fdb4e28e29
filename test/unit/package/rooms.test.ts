interface Rule {
	name: string;
	from: { path?: string; pathNot?: string };
	to: { path?: string; pathNot?: string };
}

// eslint-disable-next-line @typescript-eslint/no-require-imports
const config = require('../../../.dependency-cruiser.cjs') as { forbidden: Rule[] };

/** The rules that forbid an import, read as dependency-cruiser does: `$1` is the first group of `from`. */
function forbidding(from: string, to: string): string[] {
	return config.forbidden
		.filter((rule) => rule.from.path !== undefined && rule.to.path !== undefined)
		.filter((rule) => {
			const match = new RegExp(rule.from.path ?? '').exec(from);
			if (!match || (rule.from.pathNot && new RegExp(rule.from.pathNot).test(from))) return false;
			const filled = (pattern = '') => new RegExp(pattern.replaceAll('$1', match[1] ?? ''));
			if (rule.to.pathNot && filled(rule.to.pathNot).test(to)) return false;
			return filled(rule.to.path).test(to);
		})
		.map(({ name }) => name);
}

const resources = 'nodes/WhatsAppCloud/resources';

describe('which rooms may import which', () => {
	it.each([
		['another resource', `${resources}/user/probe.ts`, `${resources}/template/records.ts`],
		['another operation', `${resources}/message/sendText.ts`, `${resources}/message/sendList.ts`],
		['the trigger', `${resources}/user/block.ts`, 'nodes/WhatsAppCloudTrigger/callbackUrl.ts'],
		['n8n, from cloud-api', 'cloud-api/graph.ts', 'node_modules/n8n-workflow/dist/index.js'],
	])('an import of %s is forbidden', (_, from, to) => {
		expect(forbidding(from, to)).not.toEqual([]);
	});

	it.each([
		['a helper of the same resource', `${resources}/user/block.ts`, `${resources}/user/users.ts`],
		['its operations, by the index', `${resources}/user/index.ts`, `${resources}/user/block.ts`],
		['shared fields', `${resources}/user/block.ts`, 'nodes/WhatsAppCloud/fields/number.ts'],
	])('an import of %s is allowed', (_, from, to) => {
		expect(forbidding(from, to)).toEqual([]);
	});
});
