import type { INodeParameters } from 'n8n-workflow';
import type { RunResult } from '../../../engine';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';
import { activated, endAll } from '../trigger/support';
import { ANA, ask, asking, continued } from './support';

const stage = withSandbox();

beforeAll(async () => {
	await stage.engine.listen();
});
beforeEach(async () => {
	await activated(stage);
});
afterEach(endAll);

const FIELDS: INodeParameters = {
	responseType: 'customForm',
	fieldsInput: 'json',
	fieldsJson: JSON.stringify([
		{ label: 'Delivery <date>', type: 'date', required: true },
		{ label: 'Floor', type: 'number' },
		{ label: 'Time', type: 'radio', options: ['Morning', { id: 'pm', title: 'Afternoon' }] },
	]),
};
const AS_PAGE = { options: { formType: 'page' } };

/** The address behind the button of a question. */
async function pageOf(waiting: RunResult): Promise<string> {
	const { content } = await stage.control.message(String(waiting.json('Ask')[0].messageId));
	return (content as { action: { parameters: { url: string } } }).action.parameters.url;
}

async function submit(url: string, values: Record<string, string>) {
	const response = await fetch(url, { method: 'POST', body: new URLSearchParams(values) });
	return { status: response.status, text: await response.text() };
}

describe('a form as a page of n8n', () => {
	it('continues with the answers by their labels', async () => {
		const waiting = await ask(stage, { ...FIELDS, ...AS_PAGE });
		const url = await pageOf(waiting);
		const page = await fetch(url);
		const html = await page.text();
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(html).toContain('Refund order 4711?');
		expect(html).toContain('Delivery &#60;date&#62; *');
		expect(html).not.toContain('<script');

		const done = continued(stage, waiting.executionId);
		expect(await submit(url, { delivery_date: '2026-12-24', floor: '3', time: 'pm' })).toEqual({
			status: 200,
			text: expect.stringContaining('Thank you') as string,
		});
		const [answer] = (await done).json('After');
		expect(answer).toMatchObject({
			answered: true,
			askedBy: 'formPage',
			data: { 'Delivery <date>': '2026-12-24', Floor: 3, Time: 'Afternoon' },
			text: 'Delivery <date>: 2026-12-24\nFloor: 3\nTime: Afternoon',
		});
		expect(schemaDifferences('message', 'sendAndWait', answer)).toEqual([]);
	});

	it('asks again for what is required, and keeps waiting', async () => {
		const waiting = await ask(stage, { ...FIELDS, ...AS_PAGE });
		const url = await pageOf(waiting);
		const { status, text } = await submit(url, { floor: '3' });
		expect(status).toBe(400);
		expect(text).toContain('Please fill in: Delivery &#60;date&#62;');
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);
	});

	it.each(['/1/', 'signature=0'])('cannot be opened with a changed address: %s', async (change) => {
		const waiting = await ask(stage, { ...FIELDS, ...AS_PAGE });
		const url = await pageOf(waiting);
		const changed = change.startsWith('/')
			? url.replace(`/${waiting.executionId}/`, '/999999/')
			: url.replace(/signature=./, change);
		const { status } = await submit(changed, { delivery_date: '2026-12-24' });
		expect([401, 404]).toContain(status);
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);
	});

	it('is answered once', async () => {
		const waiting = await ask(stage, { responseType: 'freeText', ...AS_PAGE });
		const url = await pageOf(waiting);
		const done = continued(stage, waiting.executionId);
		await Promise.all([submit(url, { response: 'First' }), submit(url, { response: 'Second' })]);
		expect((await done).json('After')[0].text).toMatch(/First|Second/);
		expect((await submit(url, { response: 'Third' })).text).toContain('No action required');
	});
});

describe('a form as a flow', () => {
	const flows = async () => await stage.control.flows();

	it('is published on first use, found again by its name, and answered in WhatsApp', async () => {
		const first = await ask(stage, FIELDS);
		expect(first.json('Ask')[0]).toMatchObject({ askedBy: 'flow' });
		const [flow] = (await flows()).filter(({ name }) => name.startsWith('n8n_form_'));
		expect(flow).toMatchObject({ status: 'PUBLISHED' });
		const done = continued(stage, first.executionId);
		await stage.control.customer(ANA).answerFlow(String(first.json('Ask')[0].messageId), {
			delivery_date: '2026-12-24',
			floor: '3',
			time: 'pm',
		});
		const [answer] = (await done).json('After');
		expect(answer).toMatchObject({
			answered: true,
			answeredBy: ANA,
			askedBy: 'flow',
			data: { 'Delivery <date>': '2026-12-24', Floor: 3, Time: 'Afternoon' },
		});
		expect(schemaDifferences('message', 'sendAndWait', answer)).toEqual([]);

		const again = await ask(stage, FIELDS);
		expect(again.status).toBe('waiting');
		const ours = (await flows()).filter(({ name }) => name.startsWith('n8n_form_'));
		expect(ours.map(({ id }) => id)).toEqual([flow.id]);
	});

	it('has its files downloaded', async () => {
		const waiting = await ask(stage, {
			responseType: 'customForm',
			fieldsInput: 'json',
			fieldsJson: '[{ "label": "Photo of the damage", "type": "photo", "required": true }]',
		});
		const done = continued(stage, waiting.executionId);
		await stage.control.customer(ANA).answerFlow(String(waiting.json('Ask')[0].messageId), {
			photo_of_the_damage: [
				{
					data: Buffer.from('a picture').toString('base64'),
					mimeType: 'image/jpeg',
					filename: 'damage.jpg',
				},
			],
		});
		const result = await done;
		const [item] = result.items('After');
		expect(item.json.data).toMatchObject({
			'Photo of the damage': [
				{ fileName: 'damage.jpg', mediaId: expect.any(String) as string, binaryField: 'data' },
			],
		});
		expect((await result.binary(item)).toString()).toBe('a picture');
	});

	it.each<[string, { code: number; error_subcode?: number }]>([
		['is not verified', { code: 139000 }],
		['gives the token no permission', { code: 200 }],
	])('becomes a page where the account %s', async (_, error) => {
		await stage.control.addFault({ path: '*/flows', error });
		const waiting = await ask(stage, { responseType: 'freeText' });
		expect(waiting.json('Ask')[0]).toMatchObject({
			askedBy: 'formPage',
			formPageReason: expect.any(String) as string,
		});
	});

	it('fails where only a flow will do', async () => {
		await stage.control.addFault({ path: '*/flows', error: { code: 139000 } });
		const result = await stage.engine.run(
			asking({ responseType: 'freeText', options: { formType: 'flow' } }),
		);
		expect(result.error?.message).toContain('cannot create or publish flows');
		expect(await stage.control.messages({ direction: 'outgoing' })).toEqual([]);
	});
});

describe('free text', () => {
	it('returns the text', async () => {
		const waiting = await ask(stage, { responseType: 'freeText', ...AS_PAGE });
		const done = continued(stage, waiting.executionId);
		await submit(await pageOf(waiting), { response: 'Ring twice\nplease' });
		expect((await done).json('After')[0]).toMatchObject({ text: 'Ring twice\nplease' });
	});
});

describe('an approval with a reason', () => {
	it.each([
		['decline', false, { chatInput: 'Too expensive', text: 'Too expensive', choiceId: 'decline' }],
		['approve', true, { choiceId: 'approve' }],
	])('%s', async (decision, approved, more) => {
		const waiting = await ask(stage, {
			approvalOptions: { values: { approvalType: 'reason' } },
			...AS_PAGE,
		});
		const done = continued(stage, waiting.executionId);
		await submit(await pageOf(waiting), {
			decision,
			reason: approved ? '' : 'Too expensive',
		});
		expect((await done).json('After')[0]).toMatchObject({ approved, ...more });
	});
});

describe('a form that WhatsApp cannot show', () => {
	it.each<[string, unknown, RegExp]>([
		['no field', [], /The form has no field to fill in \(parameter "Fields/],
		['only a heading', [{ label: 'Hello', type: 'heading' }], /The form has no field to fill in/],
		['a dropdown without options', [{ label: 'Size', type: 'dropdown' }], /parameter "Fields/],
		['an unknown type', [{ label: 'Size', type: 'slider' }], /"slider" is not one of the choices/],
	])('%s: is an error before anything is sent', async (_, fields, message) => {
		const result = await stage.engine.run(
			asking({ ...FIELDS, ...AS_PAGE, fieldsJson: JSON.stringify(fields) }),
		);
		expect(result.error?.message).toMatch(message);
		expect(await stage.control.messages({ direction: 'outgoing' })).toEqual([]);
	});
});
