import { sandboxCredential } from '../../../../demo/sandboxCredential';
import { waitFor } from '../../../../n8n-server/waitFor';
import type { ExampleRuns } from '../../support/exampleRuns';
import { expectText } from '../../support/expectText';
import type { World } from '../../support/world';

const DAY_MS = 86_400_000;

/** Examples that also use a service of somebody else, through n8n's real nodes for it. */
export function serviceExamples(world: () => World, runs: ExampleRuns): void {
	const customer = (index: number) =>
		world().sandbox.control.customer(world().sandbox.seed.customers[index].waId);

	test('AI support: the agent replies in WhatsApp formatting and remembers the customer', async () => {
		const { sandbox, server } = world();
		const [ana, ben] = sandbox.seed.customers.map(({ waId }) => waId);
		const workflow = await runs.publish('support-inbox-with-an-ai-agent');
		const ask = async (index: number, text: string) => await customer(index).sendText(text);
		const expectAnswer = async (waId: string, question: string, before: number) =>
			await expectText(
				sandbox,
				waId,
				`You asked: *${question}*\n\nQuestions before: ${before}`,
				server.tail,
			);
		const { id } = await ask(0, 'How often do I water it?');
		await runs.runs(workflow, 1);
		await expectAnswer(ana, 'How often do I water it?', 0);
		expect((await sandbox.control.message(id)).status).toBe('read');
		await ask(0, 'And in winter?');
		await expectAnswer(ana, 'And in winter?', 1);
		await ask(1, 'Do you have roses?');
		await expectAnswer(ben, 'Do you have roses?', 0);
	});

	test('CRM sync: one contact, and a note for each message', async () => {
		const { sandbox, services } = world();
		const workflow = await runs.publish('crm-sync');
		await customer(0).sendText('Do you have roses?');
		await runs.runs(workflow, 1);
		await customer(0).sendText('Red ones?');
		await runs.runs(workflow, 2);
		const { waId, name } = sandbox.seed.customers[0];
		expect(services.hubspot.contacts).toMatchObject([
			{
				properties: { firstname: name, phone: `+${waId}` },
				notes: [
					expect.stringMatching(/^WhatsApp 20.*: Do you have roses\?$/),
					expect.stringMatching(/^WhatsApp 20.*: Red ones\?$/),
				],
			},
		]);
	});

	test('media archive: the file is stored unchanged, and the customer gets a confirmation', async () => {
		const { sandbox, services } = world();
		const workflow = await runs.publish('media-archive');
		const content = Buffer.from('%PDF-1.4\n%%EOF');
		const sent = await customer(1).sendMedia('document', {
			data: content.toString('base64'),
			mimeType: 'application/pdf',
			filename: 'Order 17.pdf',
		});
		await runs.runs(workflow, 1);
		const [file] = services.google.files;
		expect(file).toMatchObject({ mimeType: 'application/pdf', parents: ['root'] });
		expect(file.name).toMatch(/^20\d\d-\d\d-\d\d .+ Order 17\.pdf$/);
		expect(file.content.equals(content)).toBe(true);
		const receipt = await sandbox.control.message(sent.id);
		expect(receipt.reactions).toMatchObject([{ emoji: '👍' }]);
	});

	test('a template to each row of a sheet: the rows contain their outcome', async () => {
		const { services } = world();
		const workflow = await runs.create('send-a-template-to-each-row-of-a-sheet');
		const run = await runs.start(workflow, 'When I Click Execute');
		const sent = run.json('Send the Template').map(({ messageId }) => messageId);
		expect(sent).toHaveLength(2);
		const { spreadsheet } = services.google;
		expect(spreadsheet.records()).toMatchObject([
			{ name: 'Ana', result: 'sent', 'message ID': sent[0] },
			{ name: 'Ben', result: 'sent', 'message ID': sent[1] },
			{
				name: 'Nobody',
				result: expect.stringContaining('is not a phone number'),
				'message ID': '',
			},
		]);
		expect(spreadsheet.rows[0]).toHaveLength(6);

		spreadsheet.write('Orders!A4', [['+91 99999 00203']]);
		const again = await runs.start(workflow, 'When I Click Execute');
		expect(again.json('Send the Template')).toHaveLength(1);
		expect(spreadsheet.records().map(({ result }) => result)).toEqual(['sent', 'sent', 'sent']);
	});

	test('daily check: an email contains the problem and the fix', async () => {
		const { sandbox, services } = world();
		const workflow = await runs.create('daily-check-with-an-alert');
		const { phoneNumberId } = sandbox.seed;
		await sandbox.control.changeNumber(phoneNumberId, { registered: false });
		await runs.start(workflow, 'Every Morning');
		await sandbox.control.changeNumber(phoneNumberId, { registered: true });
		const mail = services.mail.mails.at(-1);
		expect(mail?.subject).toBe('WhatsApp needs you');
		expect(mail?.text).toMatch(/FAILED Registration: .*not registered.*Phone Number → Register/);
	});

	test('monthly renewal: the new token is stored; if Meta rejects it, an email contains the reason', async () => {
		const { client, sandbox, services } = world();
		const workflow = await runs.create('renew-the-token-every-month');
		const withToken = async (token: string) => {
			const fields = sandboxCredential(sandbox);
			const data = { ...fields.data, accessToken: token };
			const { id, name } = await client.createCredential({ ...fields, data });
			const nodes = workflow.nodes.map((node) =>
				node.name === 'Refresh Token'
					? { ...node, credentials: { [fields.type]: { id, name } } }
					: node,
			);
			const changed = await client.createWorkflow({ ...workflow, nodes });
			return await runs.start(changed, 'Every Month');
		};
		const { token } = await sandbox.control.addToken({ expiresAt: Date.now() + 30 * DAY_MS });
		const renewed = await withToken(token);
		expect(renewed.json('Renewed')).toMatchObject([
			{ result: expect.stringMatching(/on 20\d\d-/) },
		]);

		const mails = services.mail.mails.length;
		const { token: lost } = await sandbox.control.addToken({ expiresAt: Date.now() + DAY_MS });
		await sandbox.control.invalidateToken(lost);
		await withToken(lost);
		const mail = await waitFor('the email', () => services.mail.mails[mails]);
		expect(mail.subject).toBe('The WhatsApp token was not renewed');
		expect(mail.text).toMatch(/token/i);
		expect(mail.text).not.toContain(lost);
	});
}
