import { signHandOver } from '../../../nodes/shared/answerHandOver';
import { delivery, activated, endAll, post } from '../trigger/support';
import type { Trigger } from '../../../engine';
import { withSandbox } from '../../support/withSandbox';
import { ANA, ask, continued, NODE_ID, referencesOf } from './support';

const stage = withSandbox();
let trigger: Trigger;

beforeAll(async () => {
	await stage.engine.listen();
});
beforeEach(async () => {
	trigger = await activated(stage, { options: { lateReply: '' } });
});
afterEach(endAll);

/** A delivery of taps with these IDs, signed as Meta signs. */
async function deliverTaps(ids: string[]): Promise<number> {
	const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
	const messages = ids.map((id) => ({
		from: ANA,
		id: `wamid.${Math.random()}`,
		timestamp: '1749416383',
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id, title: 'Approve' } },
	}));
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100100', phone_number_id: phoneNumberId },
		contacts: [{ profile: { name: 'Ana Lima' }, wa_id: ANA }],
		messages,
	};
	const { status } = await post(stage, trigger.url(), delivery(value, businessAccountId));
	return status;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';

/** Every reference with one character changed, left out, doubled, or swapped; 1,000 of them. */
function mutations(reference: string): string[] {
	const all = new Set<string>();
	for (let index = 0; all.size < 1000; index++) {
		const at = index % reference.length;
		const round = Math.floor(index / reference.length);
		const before = reference.slice(0, at);
		const after = reference.slice(at + 1);
		const changed =
			round === 0
				? before + after
				: round === 1
					? before + reference[at] + reference[at] + after
					: before + ALPHABET[(at * 7 + round * 13) % ALPHABET.length] + after;
		if (changed !== reference) all.add(changed);
	}
	return [...all];
}

it('resumes nothing for 1,000 references that were changed', async () => {
	const waiting = await ask(stage);
	const [approve] = await referencesOf(stage, waiting);
	const forged = mutations(approve);
	expect(forged).toHaveLength(1000);
	for (let start = 0; start < 1000; start += 250) {
		expect(await deliverTaps(forged.slice(start, start + 250))).toBe(200);
	}
	expect(stage.engine.waiting.ids).toContain(waiting.executionId);

	const done = continued(stage, waiting.executionId);
	await deliverTaps([approve]);
	expect((await done).json('After')[0]).toMatchObject({ approved: true });
});

it('resumes nothing for the reference of another question of the same node', async () => {
	const first = await ask(stage);
	const [old] = await referencesOf(stage, first);
	await stage.engine.waiting.timeOut(first.executionId);
	const second = await ask(stage);
	await deliverTaps([old]);
	expect(stage.engine.waiting.ids).toContain(second.executionId);
});

it('resumes nothing for a reference that was written with another app secret', async () => {
	const waiting = await ask(stage);
	const [approve] = await referencesOf(stage, waiting);
	const { appSecret } = stage.sandbox.seed;
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...(await stage.engine.credentials.get('whatsAppCloudApi')),
		appSecret: `${appSecret}x`,
	});
	await deliverTaps([approve]);
	expect(stage.engine.waiting.ids).toContain(waiting.executionId);
});

describe('a request to the waiting address itself', () => {
	const event = { event: 'message', from: ANA, answerTo: `+${ANA}` };

	async function request(headers: Record<string, string>, body: object, method = 'POST') {
		const waiting = await ask(stage);
		const [reference] = await referencesOf(stage, waiting);
		const url = `${new URL(trigger.url()).origin}/webhook-waiting/${waiting.executionId}/${NODE_ID}`;
		const signature = Buffer.from(reference.split('.').at(-2) ?? '', 'base64url').toString('hex');
		const text = JSON.stringify({ reference, event, sentAt: Date.now(), ...body });
		const answer = await fetch(`${url}?signature=${signature}`, {
			method,
			headers: { 'content-type': 'application/json', ...headers },
			...(method === 'POST' && { body: text }),
		});
		return { status: answer.status, text: await answer.text(), waiting, sent: text };
	}

	it.each<[string, Record<string, string>]>([
		['without a signature', {}],
		['with a wrong signature', signHandOver('{}', 'another secret')],
		['with a signature of another body', signHandOver('{}', 'sandbox')],
	])('is rejected %s', async (_, headers) => {
		const { status, waiting } = await request(headers, {});
		expect(status).toBe(403);
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);
	});

	it('is rejected when it is old', async () => {
		const waiting = await ask(stage);
		const [reference] = await referencesOf(stage, waiting);
		const sentAt = Date.now() - 6 * 60 * 1000;
		const body = JSON.stringify({ reference, event, sentAt });
		const signature = Buffer.from(reference.split('.').at(-2) ?? '', 'base64url').toString('hex');
		const answer = await fetch(
			`${new URL(trigger.url()).origin}/webhook-waiting/${waiting.executionId}/${NODE_ID}?signature=${signature}`,
			{
				method: 'POST',
				body,
				headers: {
					'content-type': 'application/json',
					...signHandOver(body, stage.sandbox.seed.appSecret),
				},
			},
		);
		expect(answer.status).toBe(403);
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);
	});

	it('changes nothing when the link is only opened', async () => {
		const { status, waiting } = await request({}, {}, 'GET');
		expect(status).toBe(403);
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);
	});
});
