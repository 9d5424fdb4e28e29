/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEvents } from '../../../cloud-api/webhooks/events';
import { readPayload } from '../../../cloud-api/webhooks/payload';
import type { AttackClass } from '../gauntlet';
import type { Random } from '../random';

const FOLDER = path.join(__dirname, '../../fixtures/webhooks');
const REPLACEMENTS: unknown[] = [
	null,
	0,
	'',
	'x',
	[],
	{},
	true,
	-1,
	1e308,
	[null],
	{ toString: 1 },
	'\u0000',
];
/** The largest delivery that Meta sends (Meta: webhooks). */
const MAX_BYTES = 3 * 1024 * 1024;

/** Deliveries with values replaced, removed, and repeated: none crashes or stalls. */
export const payloads: AttackClass = {
	name: 'Payloads',
	async run(gauntlet) {
		const { random } = gauntlet;
		const fixtures = readdirSync(FOLDER)
			.filter((name) => name.endsWith('.json'))
			.map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));
		const read = (body: string) => {
			const payload = readPayload(body);
			return 'rejected' in payload ? [] : readEvents(payload.changes);
		};
		for (let i = 0; i < gauntlet.times(5000); i++) {
			const body = JSON.stringify(mutate(JSON.parse(random.pick(fixtures)), random, 0));
			gauntlet.attempt(
				() => read(body),
				() => body.slice(0, 200),
			);
		}
		for (const fixture of fixtures.slice(0, gauntlet.times(fixtures.length))) {
			const one = JSON.parse(fixture) as { entry?: unknown[] };
			if (!Array.isArray(one.entry) || one.entry.length === 0) continue;
			const many = Math.floor(MAX_BYTES / Math.max(200, fixture.length) / 4);
			const body = JSON.stringify({
				...one,
				entry: Array.from({ length: Math.min(many, 1000) }, () => one.entry?.[0]),
			});
			gauntlet.attempt(
				() => read(body),
				() => `a delivery of ${body.length} bytes`,
			);
		}
		await Promise.resolve();
	},
};

function mutate(value: unknown, random: Random, depth: number): unknown {
	if (random.next() < 0.03 && depth > 1) return random.pick(REPLACEMENTS);
	if (Array.isArray(value)) {
		const list = value.map((inner) => mutate(inner, random, depth + 1));
		return random.next() < 0.05 ? [...list, ...list] : list;
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(() => random.next() > 0.03)
			.map(([name, inner]) => [name, mutate(inner, random, depth + 1)]),
	);
}
