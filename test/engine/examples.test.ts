/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { readWorkflow, type WorkflowJson } from '../../engine';
import { dataTableRows } from '../../engine/coreNodes/dataTable';
import { appointmentReminder } from '../../n8n-server/sampleTemplates';
import { credentialData } from '../../demo/sandboxCredential';
import { withSandbox } from '../support/withSandbox';

const stage = withSandbox();
const FOLDER = path.join(__dirname, '../../examples');

/** An example, with data pinned to nodes of services that a test cannot reach. */
async function example(name: string, pinned: Record<string, IDataObject[]> = {}) {
	const workflow = await readWorkflow(path.join(FOLDER, `${name}.json`));
	const pinData = Object.fromEntries(
		Object.entries(pinned).map(([node, items]) => [node, items.map((json) => ({ json }))]),
	);
	return { id: name, ...workflow, pinData };
}

const run = async (workflow: WorkflowJson, startNode?: string) => {
	const result = await stage.engine.run(workflow, {
		mode: 'manual',
		...(startNode && { startNode }),
	});
	expect(result.error).toBeUndefined();
	return result;
};

const ana = () => stage.control.customer(stage.sandbox.seed.customers[0].waId);

/** Publishes a workflow, lets a customer act, and gives the execution that came of it. */
async function onMessage(workflow: WorkflowJson, act: () => Promise<unknown>) {
	await stage.engine.listen();
	const trigger = stage.engine.trigger(workflow);
	await trigger.activate();
	// An execution of the test before may still be running.
	const earlier = stage.engine.executions.all.length;
	await act();
	const results = await stage.engine.executions.wait(earlier + 1);
	await trigger.deactivate();
	return results[earlier];
}

const answers = async () =>
	(await stage.control.messages({ direction: 'outgoing' })).map(({ type, content }) => ({
		type,
		content: content as { body?: string },
	}));

/** n8n does not know a node in a version that the package does not have. */
const VERSIONS: Record<string, number | undefined> = {
	whatsAppCloud: 1,
	whatsAppCloudTrigger: 2,
	whatsAppCloudFlowTrigger: 1,
};

it('every example explains itself in a note and names no credential', async () => {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
	expect(files.length).toBeGreaterThanOrEqual(12);
	for (const file of files) {
		const { name, nodes } = await readWorkflow(path.join(FOLDER, file));
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect({ file, name, notes: notes.length }).toEqual({
			file,
			name: expect.any(String),
			notes: expect.any(Number),
		});
		expect(String(notes[0]?.parameters.content)).toMatch(/^## /);
		expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
		for (const { type, typeVersion } of nodes) {
			const version = VERSIONS[type.replace('n8n-nodes-whatsapp-cloud.', '')];
			expect([file, typeVersion]).toEqual([file, version ?? typeVersion]);
		}
	}
});

it('daily check: says what is wrong and how to fix it', async () => {
	await stage.control.changeNumber(stage.sandbox.seed.phoneNumberId, { registered: false });
	const result = await run(
		await example('daily-check-with-an-alert', { 'Send the Alert': [{ sent: true }] }),
	);
	const [{ lines }] = result.json('One Message') as Array<{ lines: string[] }>;
	expect(lines.join('\n')).toMatch(
		/FAILED Registration: .*not registered.*Phone Number → Register/,
	);
});

describe('renew the token', () => {
	it('keeps the new one', async () => {
		const { token } = await stage.control.addToken({ expiresAt: Date.now() + 30 * 86_400_000 });
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			accessToken: token,
		});
		const result = await run(await example('renew-the-token-every-month'));
		expect(result.json('Renewed')).toMatchObject([{ result: expect.stringMatching(/20\d\d-/) }]);
		const stored = await stage.engine.credentials.get('whatsAppCloudApi');
		expect(stored.accessToken).not.toBe(token);
	});

	it('explains why not', async () => {
		const result = await run(
			await example('renew-the-token-every-month', { 'Send the Alert': [{ sent: true }] }),
		);
		expect(result.json('Send the Alert')).toEqual([{ sent: true }]);
	});
});

it('profile form: changes the fields that were filled in', async () => {
	const result = await run(
		await example('update-the-profile-from-a-form', {
			'Profile Form': [{ About: 'Open from 7 to 18', Website: 'https://bakery.test', Email: '' }],
		}),
		'Profile Form',
	);
	expect(result.json('Update Profile')).toMatchObject([
		{ about: 'Open from 7 to 18', websites: ['https://bakery.test'], email: '' },
	]);
});

describe('appointment reminder', () => {
	it('reminds everyone, and replies to the button', async () => {
		await stage.control.addTemplate(appointmentReminder);
		const workflow = await example('appointment-reminder');
		await run(workflow, 'Every Afternoon');
		const sent = await stage.control.messages({ direction: 'outgoing' });
		expect(sent).toHaveLength(2);
		const execution = await onMessage(workflow, async () => {
			await ana().tap(sent[0].id, 'I need another date');
		});
		expect(execution.json('Offer Another Date')).toMatchObject([{ messageStatus: 'accepted' }]);
	});
});

describe('opt-in and opt-out', () => {
	it.each([
		['Stop!', 'no', /no more news/],
		['START', 'yes', /Welcome/],
	])('%s is stored and confirmed', async (text, consent, words) => {
		const table = randomUUID();
		const workflow = JSON.parse(
			JSON.stringify(await example('opt-in-and-opt-out')).replaceAll(
				'"mode":"list","value":""',
				`"mode":"id","value":"${table}"`,
			),
		) as WorkflowJson;
		await onMessage(workflow, async () => await ana().sendText(text));
		expect(dataTableRows(table)).toMatchObject([{ consent, name: 'Ana Lima' }]);
		expect((await answers())[0].content.body).toMatch(words);
	});
});

it('media archive: the file arrives with its name, and the customer gets a confirmation', async () => {
	const workflow = await example('media-archive', { 'Store the File': [{ id: 'drive-1' }] });
	const execution = await onMessage(
		{
			...workflow,
			// The engine pins data in manual runs only: here the storing node just passes on.
			nodes: workflow.nodes.map((node) =>
				node.name === 'Store the File'
					? { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }
					: node,
			),
		},
		async () =>
			await ana().sendMedia('document', {
				data: Buffer.from('%PDF-1.4\n%%EOF').toString('base64'),
				mimeType: 'application/pdf',
				filename: 'Order 17.pdf',
			}),
	);
	const [item] = execution.output('Store the File')[0];
	expect(item.binary?.data).toMatchObject({
		fileName: 'Order 17.pdf',
		mimeType: 'application/pdf',
	});
	expect((await answers())[0].type).toBe('reaction');
});

it('AI support: marks as read, shows typing, and formats the answer', async () => {
	const workflow = await example('support-inbox-with-an-ai-agent');
	await onMessage(
		{
			...workflow,
			nodes: workflow.nodes
				.filter(({ name }) => !['Chat Model', 'Memory'].includes(name))
				.map((node) =>
					node.name === 'AI Agent'
						? {
								...node,
								type: 'n8n-nodes-base.set',
								typeVersion: 3.4,
								parameters: {
									assignments: {
										assignments: [
											{
												id: '1',
												name: 'output',
												value: 'Water it **twice** a week.',
												type: 'string',
											},
										],
									},
									options: {},
								},
							}
						: node,
				),
			connections: {
				'WhatsApp Cloud API Trigger': workflow.connections['WhatsApp Cloud API Trigger'],
				'AI Agent': workflow.connections['AI Agent'],
			},
		},
		async () => await ana().sendText('How often do I water it?'),
	);
	expect((await answers())[0].content.body).toBe('Water it *twice* a week.');
	const [question] = await stage.control.messages({ direction: 'incoming' });
	expect(question.status).toBe('read');
});

it('CRM sync: gives the CRM a stable key, a phone number and a note', async () => {
	const workflow = await example('crm-sync');
	const execution = await onMessage(
		{
			...workflow,
			nodes: workflow.nodes.map((node) =>
				['Contact', 'Note'].includes(node.name)
					? { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }
					: node,
			),
		},
		async () => await ana().sendText('Do you have roses?'),
	);
	expect(execution.json('What the CRM Needs')).toMatchObject([
		{
			customer: expect.stringMatching(/./),
			phone: '+15550100201',
			name: 'Ana Lima',
			note: expect.stringMatching(/WhatsApp 20.*: Do you have roses\?/),
		},
	]);
});

it('campaign: the report contains everyone, sent or not', async () => {
	const result = await run(await example('campaign-with-a-report'));
	const report = result.binary(result.output('Report')[0][0], 'data');
	const text = (await report).toString('utf8').split('\n');
	expect(text).toHaveLength(4);
	expect(text.filter((line) => /"sent","wamid/.test(line))).toHaveLength(2);
	expect(text.find((line) => line.includes('Nobody'))).toMatch(/"not sent",".*12/);
});

it('a file from a link: downloaded and sent as what it is, as a link, or refused with the reason', async () => {
	const files: Record<string, [type: string, content: string]> = {
		'/invoice-4711.pdf': ['application/octet-stream', '%PDF-1.4\n%%EOF'],
		'/photos-4712.zip': ['application/zip', `PK\x05\x06${'\0'.repeat(18)}`],
		'/members/invoice-4713.pdf': ['text/html', '<!doctype html><title>Log in</title>'],
	};
	const server = createServer(({ url = '' }, response) => {
		const [type, content] = files[url];
		response.writeHead(200, { 'content-type': type }).end(content);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const workflow = JSON.parse(
		JSON.stringify(await example('send-a-file-from-a-link')).replaceAll(
			'https://files.example.com',
			origin,
		),
	) as WorkflowJson;
	const result = await run(workflow).finally(() => server.close());
	expect(result.json('Sent')).toEqual([
		{ name: 'Ana', order: '4711', result: 'sent as document' },
		{ name: 'Ben', order: '4712', result: 'sent as link' },
	]);
	expect(result.json('Not Sent')).toEqual([
		{ name: 'Chitra', order: '4713', result: expect.stringContaining('opens a web page') },
	]);
	const sent = await stage.control.messages({ direction: 'outgoing' });
	expect(sent).toHaveLength(2);
	expect(
		sent.find(({ customer }) => customer === stage.sandbox.seed.customers[0].waId),
	).toMatchObject({
		type: 'document',
		content: {
			filename: 'invoice-4711.pdf',
			caption: 'Dear Ana, here are the documents of your order 4711.',
		},
		media: { '': { mimeType: 'application/pdf' } },
	});
	expect(
		sent.find(({ customer }) => customer === stage.sandbox.seed.customers[1].waId),
	).toMatchObject({
		type: 'text',
		content: {
			body: `Dear Ben, here are the documents of your order 4712.\n${origin}/photos-4712.zip`,
		},
	});
});

it('once only: a message that is delivered twice gets one reply', async () => {
	const workflow = await example('once-only-with-remove-duplicates');
	const again = {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			// The trigger's own memory would already drop it; here the node after it has to.
			node.name === 'WhatsApp Cloud API Trigger'
				? { ...node, parameters: { ...node.parameters, options: { dropDuplicates: false } } }
				: node,
		),
	};
	await stage.engine.listen();
	const trigger = stage.engine.trigger(again);
	await trigger.activate();
	await stage.control.behavior({ webhooks: { copies: 2 } });
	await ana().sendText('Hello');
	await stage.engine.executions.wait(2);
	await trigger.deactivate();
	const replies = (await answers()).filter(({ type }) => type === 'text');
	expect(replies).toHaveLength(1);
	expect(replies[0].content.body).toMatch(/Hello/);
});

describe('menu with many choices', () => {
	it('shows page after page, and answers the choice', async () => {
		const workflow = await example('menu-with-many-choices');
		await onMessage(workflow, async () => await ana().sendText('Hi'));
		const [first] = await stage.control.messages({ direction: 'outgoing' });
		stage.engine.executions.clear();
		const second = await onMessage(workflow, async () => await ana().tap(first.id, 'More…'));
		expect(second.json('Menu')).toMatchObject([{ nextPage: 'more:18' }]);
		const page = String(second.json('Menu')[0].messageId);
		stage.engine.executions.clear();
		const chosen = await onMessage(workflow, async () => await ana().tap(page, 'Hamburg'));
		expect(chosen.nodes).not.toContain('Menu');
		expect(chosen.json('Thank You')).toMatchObject([{ messageStatus: 'accepted' }]);
		const texts = (await answers()).flatMap(({ content }) => content.body ?? []);
		expect(texts.join()).toContain('Hamburg');
	});
});

describe('template after a closed window', () => {
	const orderReady = {
		name: 'order_ready',
		language: 'en_US',
		category: 'UTILITY' as const,
		components: [
			{ type: 'BODY', text: 'Your order {{1}} is ready.', example: { body_text: [['4711']] } },
		],
	};

	it('sends the template if the last message is two days old', async () => {
		await stage.control.addTemplate(orderReady);
		const result = await run(
			await example('template-after-a-closed-window'),
			'When I Click Execute',
		);
		expect(result.json('Order Is Ready')).toMatchObject([{ sentAs: 'template' }]);
	});

	it('sends the template when Meta reports 131047 later', async () => {
		await stage.control.addTemplate(orderReady);
		await stage.control.advance(25 * 3_600_000);
		const execution = await onMessage(await example('template-after-a-closed-window'), async () => {
			await stage.engine.runNode('whatsAppCloud', {
				resource: 'message',
				operation: 'sendText',
				recipient: '+15550100201',
				text: 'Your order 4711 is ready!',
				options: { callbackData: '4711' },
			});
		});
		expect(execution.json('Send It as a Template')).toMatchObject([{ template: 'order_ready' }]);
		const sent = await stage.control.messages({ direction: 'outgoing' });
		expect(sent.map(({ type, status }) => [type, status])).toContainEqual(['text', 'failed']);
	});
});

/** An example whose data table nodes use a new, empty table. */
async function withTable(name: string): Promise<{ workflow: WorkflowJson; table: string }> {
	const table = randomUUID();
	const text = JSON.stringify(await example(name)).replaceAll(
		'"mode":"list","value":""',
		`"mode":"id","value":"${table}"`,
	);
	return { workflow: JSON.parse(text) as WorkflowJson, table };
}

it('report a sale: the click is stored, and the sale is reported to its ad', async () => {
	const { workflow, table } = await withTable('report-a-sale-to-the-ad');
	const referral = { ctwa_clid: 'Aff-n8ZTODiE79d22', source_type: 'ad' };
	await onMessage(workflow, async () => {
		await ana().send({ type: 'text', text: 'Is it in stock?', referral });
	});
	expect(dataTableRows(table)).toMatchObject([
		{ phone: '15550100201', click: 'Aff-n8ZTODiE79d22' },
	]);
	const sale = await run(workflow, 'When I Click Execute');
	expect(sale.json('Report the Sale')).toMatchObject([{ received: true, eventId: '4711' }]);
	expect(await stage.control.conversions()).toMatchObject([
		{ eventName: 'Purchase', customData: { value: 129.9, currency: 'EUR', order_id: '4711' } },
	]);
});

it('group for an event: sends the invite link, and approves only guests', async () => {
	await stage.control.changeNumber(stage.sandbox.seed.phoneNumberId, { official: true });
	const { workflow, table } = await withTable('group-for-an-event');
	await stage.engine.listen();
	const trigger = stage.engine.trigger(workflow);
	await trigger.activate();
	await run(workflow, 'When I Click Execute');
	await stage.control.advance(60_000);
	await stage.engine.executions.wait(1);
	const [group] = await stage.control.groups();
	expect((await answers()).map(({ content }) => content.body).join()).toContain(group.inviteLink);
	expect(dataTableRows(table)).toMatchObject([{ group: 'Wine tasting on Friday' }]);

	const ben = stage.control.customer(stage.sandbox.seed.customers[1].waId);
	await ana().joinGroup(group.id);
	await ben.joinGroup(group.id);
	await stage.control.advance(60_000);
	await stage.engine.executions.wait(3);
	await trigger.deactivate();
	const [after] = await stage.control.groups();
	expect(after.participants).toEqual([stage.sandbox.seed.customers[0].waId]);
	expect(after.joinRequests).toHaveLength(1);
});

it('missed call becomes a chat: the call is rejected, and the customer gets buttons', async () => {
	const settings = { resource: 'call', operation: 'setSettings', settings: { enabled: true } };
	await onMessage(await example('missed-call-becomes-a-chat'), async () => {
		const enabled = await stage.engine.runNode('whatsAppCloud', settings, [{ json: {} }]);
		expect(enabled.error).toBeUndefined();
		await ana().call();
	});
	expect(await stage.control.calls()).toMatchObject([{ state: 'rejected' }]);
	expect((await answers())[0]).toMatchObject({ type: 'interactive' });
});
