import { startSandbox, type Sandbox } from '../../sandbox';
import { client } from './support';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

async function send(body: object): Promise<string> {
	const answer = await client(sandbox).post(`/${sandbox.seed.phoneNumberId}/messages`, {
		messaging_product: 'whatsapp',
		to: '+15550100201',
		...body,
	});
	expect(answer.status).toBe(200);
	return (answer.data as { messages: Array<{ id: string }> }).messages[0].id;
}

const text = { type: 'text', text: { body: 'Good morning' } };

// meta-api.md, section 2.1: outside the window 131047, by status.
describe('a customer who never wrote', () => {
	it('does not get free-form messages: 131047 by status', async () => {
		const { statuses } = await sandbox.control.waitForStatus(await send(text), 'failed');
		expect(statuses[0].errors?.[0].code).toBe(131047);
	});

	it('gets template messages', async () => {
		const template = { name: 'hello_world', language: { code: 'en_US' } };
		await sandbox.control.waitForStatus(await send({ type: 'template', template }), 'read');
	});

	it('gets free-form messages after writing, for 24 hours', async () => {
		await sandbox.control.customer('15550100201').sendText('Hello');
		await sandbox.control.waitForStatus(await send(text), 'read');
		await sandbox.control.advance(24 * 60 * 60 * 1000 - 60_000);
		await sandbox.control.waitForStatus(await send(text), 'read');
		await sandbox.control.advance(60_001);
		await sandbox.control.waitForStatus(await send(text), 'failed');
	});

	it.each(['open', 'seeded'] as const)('gets them when the window is set to %s', async (window) => {
		await sandbox.control.behavior({ window });
		await sandbox.control.waitForStatus(await send(text), 'read');
	});

	it('gets them when the control API opens the window', async () => {
		await sandbox.control.customer('15550100201').setWindow(true);
		await sandbox.control.waitForStatus(await send(text), 'read');
	});
});

it('has two phone numbers, so that two workflows can each have one', async () => {
	const { phoneNumbers } = await sandbox.control.state();
	expect(phoneNumbers.map(({ id }) => id)).toEqual(['400000000000001', '400000000000002']);
	expect(new Set(phoneNumbers.map(({ businessAccountId }) => businessAccountId)).size).toBe(1);
});
