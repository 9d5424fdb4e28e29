/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { setTimeout as delay } from 'node:timers/promises';
import { Acceptance } from '../../../nodes/WhatsAppCloudTrigger/delivery/acceptance';
import { HandledEvents, type Candidate } from '../../../nodes/WhatsAppCloudTrigger/delivery/dedupe';
import { budgetOf, eventKey } from '../../../nodes/WhatsAppCloudTrigger/delivery/eventKey';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import type { AttackClass, Gauntlet } from '../gauntlet';

/** Deliveries are decided at once when the one they wait for is; two that wait for each other take 5 seconds. */
const MAX_MS = 2000;

/** Floods of statuses, and deliveries with the same events in any order: nothing is forgotten, doubled, or stuck. */
export const duplicates: AttackClass = {
	name: 'Duplicates',
	async run(gauntlet) {
		for (let round = 0; round < gauntlet.times(10); round++) await flood(gauntlet, round);
		for (let round = 0; round < gauntlet.times(400); round++) await crossing(gauntlet, round);
	},
};

/** Messages, tens of thousands of statuses and history, then the messages again. */
async function flood(gauntlet: Gauntlet, round: number): Promise<void> {
	const handled = new HandledEvents();
	const list = (fields: Partial<WhatsAppEvent>, count: number) =>
		Array.from({ length: count }, (_, index) => {
			const messageId = `wamid.${round}-${index}`;
			const event = {
				event: 'message',
				field: 'messages',
				text: '',
				raw: {},
				messageId,
				...fields,
			};
			return { key: eventKey(event), budget: budgetOf(event) };
		});
	const messages = list({ type: 'text' }, 1 + gauntlet.random.int(100));
	const statuses = list({ event: 'status', status: 'read' }, 50_000 + gauntlet.random.int(20_000));
	await handled.claim(messages, accepted());
	await handled.claim(statuses, accepted());
	await handled.claim(list({ event: 'history', type: 'text' }, 60_000), accepted());
	const again = await handled.claim(messages, accepted());
	gauntlet.check(
		again?.every((isNew) => !isNew) === true,
		() => 'a message is run again after a flood of statuses',
	);
}

/** One delivery holds some events while others bring them in other orders, with more of their own. */
async function crossing(gauntlet: Gauntlet, round: number): Promise<void> {
	const { random } = gauntlet;
	const handled = new HandledEvents();
	const names = Array.from({ length: 2 + random.int(6) }, (_, index) => `${round}-${index}`);
	const held = names.filter(() => random.next() < 0.4);
	const holder = new Acceptance();
	await handled.claim(candidates(held), holder);
	const started = new Map<string, number>(held.map((name) => [name, 0]));
	const deliveries = Array.from({ length: 2 + random.int(3) }, async () => {
		const own = [...names].sort(() => random.next() - 0.5);
		const acceptance = new Acceptance();
		const granted = await handled.claim(candidates(own), acceptance);
		own.forEach((name, index) => {
			if (granted?.[index]) started.set(name, (started.get(name) ?? 0) + 1);
		});
		acceptance.answer(200);
		return granted;
	});
	const isStored = random.next() < 0.5;
	if (isStored) for (const name of held) started.set(name, 1);
	holder.answer(isStored ? 200 : 500);
	const decided = await Promise.race([Promise.all(deliveries), delay(MAX_MS)]);
	gauntlet.check(decided !== undefined, () => 'deliveries wait for each other');
	for (const name of names) {
		const count = started.get(name) ?? 0;
		gauntlet.check(count === 1, () => `an event is run ${count} times`);
	}
}

function candidates(names: readonly string[]): Candidate[] {
	return names.map((key) => ({ key, budget: 'messages' }));
}

/** A delivery that n8n has answered with success. */
function accepted(): Acceptance {
	const acceptance = new Acceptance();
	acceptance.answer(200);
	return acceptance;
}
