import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox();

async function sendText(parameters: INodeParameters) {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation: 'sendText',
		recipient: ANA,
		...parameters,
	});
}

async function sentBodies() {
	const requests = await stage.control.requests();
	return requests
		.filter(({ path }) => path.endsWith('/messages'))
		.map(({ body }) => (body as { text: { body: string } }).text.body);
}

const LONG = Array.from({ length: 9 }, (_, at) =>
	`Paragraph ${at}. ${'word '.repeat(200)}`.trim(),
).join('\n\n');

describe('a long text', () => {
	it('is sent in parts, in order, and the output lists each part', async () => {
		const received = await stage.control.customer('15550100201').sendText('Tell me all');
		const result = await sendText({
			text: LONG,
			options: { splitLongText: true, replyTo: received.id },
		});
		expect(result.error).toBeUndefined();
		const bodies = await sentBodies();
		expect(bodies.length).toBeGreaterThan(1);
		expect(bodies.join('\n\n')).toBe(LONG);
		expect(bodies.every((body) => [...body].length <= 4096)).toBe(true);
		const [json] = result.json();
		const parts = json.parts as Array<{ messageId: string; text: string }>;
		expect(parts.map(({ text }) => text)).toEqual(bodies);
		expect(json.messageId).toBe(parts[0].messageId);
		const messages = await stage.control.messages({ direction: 'outgoing' });
		expect(messages.map(({ replyTo }) => replyTo)).toEqual([
			received.id,
			...parts.slice(1).map(() => undefined),
		]);
		expect(messages.map(({ id }) => id)).toEqual(parts.map(({ messageId }) => messageId));
	});

	it('lists the parts that were sent if a later one is rejected', async () => {
		await stage.control.addFault({
			path: '*/messages',
			skip: 1,
			error: { code: 131047, message: 'Re-engagement message' },
		});
		const result = await sendText({ text: LONG, options: { splitLongText: true } });
		expect(result.error?.context).toMatchObject({
			partsSent: [expect.stringMatching(/^wamid/)],
			partsOpen: expect.any(Number),
		});
		expect(await stage.control.messages({ direction: 'outgoing' })).toHaveLength(1);
	});

	it('is rejected as a whole without that option', async () => {
		const result = await sendText({ text: LONG });
		expect(result.error?.message).toMatch(/WhatsApp allows at most 4,096/);
		expect(await sentBodies()).toEqual([]);
	});
});

describe('the alternate format of a number', () => {
	const asked = async () =>
		(await stage.control.requests()).map(({ body }) => (body as { to: string }).to);

	it.each([
		['+54 9 11 2345-6789', '+541123456789'],
		['+52 55 1234 5678', '+5215512345678'],
		['+55 11 98765-4321', '+551187654321'],
	])('of %s is tried if Meta does not know the first', async (recipient, other) => {
		await stage.control.behavior({ allowedRecipients: [other.slice(1)] });
		const result = await sendText({
			recipient,
			text: 'Hola',
			options: { alternateFormat: 'try' },
		});
		expect(result.error).toBeUndefined();
		const first = recipient.replace(/[^+\d]/g, '');
		expect(await asked()).toEqual([first, other]);
		expect(result.json()[0]).toMatchObject({ recipient: other, alternateFormatOf: first });
	});

	it('is not tried unless the option is set', async () => {
		await stage.control.behavior({ allowedRecipients: ['541123456789'] });
		const result = await sendText({ recipient: '+54 9 11 2345-6789', text: 'Hola' });
		expect(result.error?.context).toMatchObject({ code: 131030 });
		expect(await asked()).toHaveLength(1);
	});
});

describe('when Meta cannot be reached', () => {
	it('explains a response that is a web page', async () => {
		await stage.control.addFault({ path: '*/messages', html: true, status: 403 });
		const result = await sendText({ text: 'Hi' });
		expect(result.error?.message).toMatch(/web page instead of an answer.*\[item 0\]/);
		expect(result.error?.description).toMatch(/Base URL/);
	});

	it('explains a refused connection', async () => {
		await stage.engine.credentials.set('whatsAppCloudApi', {
			accessToken: 'EAAxyz',
			phoneNumberId: '400000000000001',
			baseUrl: 'http://127.0.0.1:9',
		});
		const result = await sendText({ text: 'Hi' });
		expect(result.error?.message).toMatch(/127\.0\.0\.1:9 refused the connection/);
		expect(JSON.stringify(result.error)).not.toContain('EAAxyz');
	});

	it('explains that the token has expired', async () => {
		await stage.control.invalidateToken(stage.sandbox.seed.accessToken, 463);
		const result = await sendText({ text: 'Hi' });
		expect(result.error?.message).toMatch(/token/i);
		expect(JSON.stringify(result.error)).not.toContain(stage.sandbox.seed.accessToken);
	});
});
