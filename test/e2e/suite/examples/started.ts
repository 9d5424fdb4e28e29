import axios from 'axios';

import type { ExampleRuns } from '../../support/exampleRuns';
import type { World } from '../../support/world';

/** Examples that a person, a clock or a form starts, with nothing but n8n and WhatsApp. */
export function startedExamples(world: () => World, runs: ExampleRuns): void {
	test('message gallery: every message type arrives', async () => {
		const { sandbox } = world();
		const before = (await sandbox.control.messages({ direction: 'outgoing' })).length;
		const workflow = await runs.create('message-gallery');
		const run = await runs.start(workflow, 'Run the Gallery');
		const sending = workflow.nodes.filter(({ parameters }) =>
			String(parameters.operation).startsWith('send'),
		);
		const rejected = sending.flatMap(({ name }) =>
			run.json(name).filter(({ messageStatus }) => messageStatus !== 'accepted'),
		);
		expect(rejected).toEqual([]);
		const sent = (await sandbox.control.messages({ direction: 'outgoing' })).slice(before);
		const kinds = ['text', 'reaction', 'location', 'contacts', 'image', 'document', 'audio'];
		kinds.push('video', 'sticker', 'interactive');
		expect(new Set(sent.map(({ type }) => type))).toEqual(new Set(kinds));
		// All but those that need a group or an Indian number, which the sandbox's customer has not.
		const skipped = sending.filter(({ name }) => run.items(name).length === 0);
		expect(sent.length + skipped.length).toBeGreaterThanOrEqual(sending.length - 1);
	});

	test('campaign: the report contains everyone, sent or not', async () => {
		const workflow = await runs.create('campaign-with-a-report');
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.items('Report')[0].binary?.data).toMatchObject({ fileName: 'campaign.csv' });
		const lines = String(run.json('Lines')[0].report).split('\n');
		expect(lines).toHaveLength(4);
		expect(lines.filter((line) => /"sent","wamid/.test(line))).toHaveLength(2);
		expect(lines.find((line) => line.includes('Nobody'))).toMatch(/"not sent",".*12/);
	});

	test('a file from a link: downloaded and sent as what it is, as a link, or refused with the reason', async () => {
		const { sandbox } = world();
		const [ana, ben] = sandbox.seed.customers;
		for (const { waId } of sandbox.seed.customers)
			await sandbox.control.customer(waId).sendText('Where is my invoice?');
		const workflow = await runs.create('send-a-file-from-a-link');
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.json('Sent')).toEqual([
			{ name: 'Ana', order: '4711', result: 'sent as document' },
			{ name: 'Ben', order: '4712', result: 'sent as link' },
		]);
		expect(run.json('Not Sent')).toEqual([
			{ name: 'Chitra', order: '4713', result: expect.stringContaining('opens a web page') },
		]);
		const [document, text] = await Promise.all(
			run
				.json('Send the File')
				.map(async ({ messageId }) => sandbox.control.message(String(messageId))),
		);
		expect(document).toMatchObject({
			customer: ana.waId,
			content: { filename: 'invoice-4711.pdf' },
			media: { '': { mimeType: 'application/pdf' } },
		});
		expect(text).toMatchObject({
			customer: ben.waId,
			content: { body: expect.stringContaining('\nhttps://files.example.com/photos-4712.zip') },
		});
	});

	test('submit and follow a template: it is submitted, approved, and sent to me', async () => {
		const { sandbox } = world();
		const workflow = await runs.publish('submit-and-follow-a-template');
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.json('Submit Template')).toMatchObject([{ status: 'PENDING' }]);
		await sandbox.control.advance(10_000);
		const { template } = await runs.sent(
			'the approved template',
			(message) => message.template?.header?.text === 'Your order 4711',
		);
		expect(template?.body).toBe(
			'Dear Ana, your order leaves our bakery on Monday. Thank you for buying from us!',
		);
	});

	test('templates in a data table: new, changed, and removed templates are written', async () => {
		const { client, sandbox } = world();
		const workflow = await runs.create('keep-templates-in-a-data-table');
		const sync = async () => await runs.start(workflow, 'Every Hour');
		const table = async () => {
			const rows = await client.dataTableRows('WhatsApp templates');
			return new Map(rows.map((row) => [String(row.name), row]));
		};
		const body = [{ type: 'BODY', text: 'Hello {{1}}, how are you?' }];
		const added = await sandbox.control.addTemplate({ name: 'to_be_changed', components: body });
		const account = await sandbox.control.templates();
		await sync();
		expect([...(await table()).keys()].sort()).toEqual(account.map(({ name }) => name).sort());
		expect((await table()).get('to_be_changed')).toMatchObject({
			templateId: added.id,
			status: 'APPROVED',
			parameters: 'body.1',
		});
		expect((await sync()).json('What Changed')).toEqual([]);

		await sandbox.control.changeTemplate(added.id, { status: 'REJECTED', rejectedReason: 'SCAM' });
		const changed = await sync();
		expect(changed.json('Write the Row')).toMatchObject([{ name: 'to_be_changed' }]);
		expect((await table()).get('to_be_changed')).toMatchObject({
			status: 'REJECTED',
			reason: 'Meta considers the text a scam',
		});
	});

	test('profile form: only the fields that are filled in change', async () => {
		const { client, sandbox, server } = world();
		const workflow = await runs.publish('update-the-profile-from-a-form');
		const { nodes } = await client.workflow(workflow.id);
		const form = nodes.find(({ name }) => name === 'Profile Form');
		const page = `${server.url}/form/${form?.webhookId}`;
		const asked = await axios.get<string>(page, { proxy: false });
		expect(asked.data).toContain('Our WhatsApp profile');
		const profile = async () => {
			const { phoneNumberId, accessToken } = sandbox.seed;
			const url = `${sandbox.url}/v25.0/${phoneNumberId}/whatsapp_business_profile`;
			const headers = { Authorization: `Bearer ${accessToken}` };
			const params = { fields: 'about,description,address,email,websites' };
			const { data } = await axios.get<{ data: object[] }>(url, { headers, params, proxy: false });
			return data.data[0];
		};
		const before = await profile();
		const fields = new FormData();
		fields.append('field-0', 'Open from 7 to 18');
		for (const field of [1, 2, 3]) fields.append(`field-${field}`, '');
		fields.append('field-4', 'https://bakery.example.com');
		await axios.post(page, fields, { proxy: false });
		const [run] = await runs.runs(workflow, 1);
		const after = { about: 'Open from 7 to 18', websites: ['https://bakery.example.com'] };
		expect(run.json('Update Profile')).toMatchObject([after]);
		expect(await profile()).toEqual({ ...before, ...after });
	});
}
