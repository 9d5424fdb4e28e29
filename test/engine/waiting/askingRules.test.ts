import type { INodeParameters } from 'n8n-workflow';
import { activated, endAll, registerForApp, registerForNumber } from '../trigger/support';
import { foreignReceiver } from '../trigger/receiver';
import { withSandbox } from '../../support/withSandbox';
import { asking } from './support';

const stage = withSandbox();

beforeAll(async () => {
	await stage.engine.listen();
});
afterEach(endAll);

/** The error of a question that is not sent. */
async function failure(parameters: INodeParameters = {}, items = [{ json: {} }], id?: string) {
	const result = await stage.engine.run(asking(parameters, id), { startItems: items });
	const sent = (await stage.control.messages()).filter(({ direction }) => direction === 'outgoing');
	expect(sent).toEqual([]);
	const error = result.error as { message: string; description?: string } | undefined;
	return { message: error?.message ?? '', description: error?.description ?? '' };
}

describe('before anything is sent', () => {
	beforeEach(async () => {
		await activated(stage);
	});

	const limit = (values: INodeParameters) => ({ options: { limitWaitTime: { values } } });
	const approval = (values: INodeParameters) => ({ approvalOptions: { values } });
	const choices = (count: number) => ({
		responseType: 'choice',
		choicesLines: Array.from({ length: count }, (_, index) => `Choice ${index + 1}`).join('\n'),
	});

	it.each<[string, INodeParameters, string]>([
		[
			'an empty message',
			{ message: '={{ "" }}' },
			'Message is empty (parameter "Message") [item 0]',
		],
		[
			'a message that is too long for buttons',
			{ message: 'x'.repeat(1025) },
			'The message has 1,025 characters, with buttons WhatsApp allows at most 1,024 (parameter "Message") [item 0]',
		],
		[
			'a label that is too long',
			approval({ approvalType: 'double', approveLabel: 'Yes, I approve of this refund' }),
			'The label "Yes, I approve of this refund" has more than 20 characters (parameter "Approval Options → Approve Button Label") [item 0]',
		],
		[
			'two equal labels',
			approval({ approvalType: 'double', approveLabel: 'OK', disapproveLabel: 'OK' }),
			'Both buttons have the label "OK" (parameter "Approval Options → Disapprove Button Label") [item 0]',
		],
		[
			'no choice',
			{ responseType: 'choice', choicesLines: '' },
			'There is no choice (parameter "Choices") [item 0]',
		],
		[
			'eleven choices',
			choices(11),
			'There are 11 choices, a question has at most 10 (parameter "Choices") [item 0]',
		],
		[
			'two choices with one ID',
			{ responseType: 'choice', choicesLines: 'A | Text | x\nB | Text | x' },
			'Choices 1 and 2 have the same ID "x" (parameter "Choices → ID (2)") [item 0]',
		],
		[
			'a wait time of nothing',
			limit({ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'hours' }),
			'The wait time is not more than 0 (parameter "Options → Limit Wait Time → Values → Amount") [item 0]',
		],
		[
			'a time that has passed',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00Z' }),
			'Max Date and Time has passed (parameter "Options → Limit Wait Time → Values → Max Date and Time") [item 0]',
		],
		[
			'a person who may answer that is nobody',
			{ options: { othersWhoMayAnswer: 'my boss' } },
			'"my boss" is not a phone number, business-scoped user ID, or group ID (parameter "Options → Others Who May Answer") [item 0]',
		],
	])('rejects %s', async (_, parameters, message) => {
		expect((await failure(parameters)).message).toBe(message);
	});

	it('rejects several items, and says how to ask more than one person', async () => {
		const { message, description } = await failure({}, [{ json: {} }, { json: {} }]);
		expect(message).toBe(
			'There are 2 items, but an execution can wait for one answer at a time [item 0]',
		);
		expect(description).toContain('Loop Over Items');
	});

	it('rejects a node ID that fits into no button', async () => {
		expect((await failure({}, undefined, 'a node/ä')).message).toContain('The ID of this node');
	});

	it('requires the app secret', async () => {
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			appSecret: '',
		});
		expect((await failure()).message).toContain('The credential has no App Secret');
	});
});

describe('when no trigger of this n8n listens for the sender', () => {
	it('says so', async () => {
		const { message, description } = await failure();
		expect(message).toMatch(
			/^No trigger listens for \+1 555-010-0100, so the answer could not arrive/,
		);
		expect(description).toContain('Publish a workflow with a WhatsApp Cloud API Trigger');
	});

	it('names another program', async () => {
		const other = await foreignReceiver();
		await registerForApp(stage, other.url);
		expect((await failure()).message).toContain(
			`go to another program at ${new URL(other.url).host}`,
		);
		await other.close();
	});

	it('names another n8n', async () => {
		const other = await foreignReceiver();
		await registerForNumber(stage, `${new URL(other.url).origin}/webhook/abc/whatsapp-cloud`);
		expect((await failure()).message).toContain(`go to the n8n at ${new URL(other.url).host}`);
		await other.close();
	});

	it('sends where the check is turned off', async () => {
		const result = await stage.engine.run(asking({ options: { checkForTrigger: false } }));
		expect(result.status).toBe('waiting');
	});

	it('sends when Meta does not tell', async () => {
		await stage.control.addFault({
			method: 'GET',
			path: `/${stage.sandbox.seed.phoneNumberId}*`,
			error: { code: 10 },
		});
		const result = await stage.engine.run(asking());
		expect(result.status).toBe('waiting');
		expect(await stage.control.messages()).toHaveLength(1);
	});
});
