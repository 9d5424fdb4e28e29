import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox({ sandbox: { behavior: { window: 'seeded' } } });
const body = 'How can we help?';

/** The requests that would send a message or a file. */
async function posted() {
	return (await stage.control.requests()).filter(({ method }) => method === 'POST');
}

async function run(operation: string, parameters: INodeParameters) {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation,
		recipient: ANA,
		body,
		...parameters,
	});
}

/** The content of the one message that was sent. */
async function wire(): Promise<{ interactive?: { action: object }; contacts?: object[] }> {
	const [{ body: sent }] = await posted();
	return sent as { interactive?: { action: object }; contacts?: object[] };
}

async function action() {
	return (await wire()).interactive?.action;
}

const reply = (title: string, id = title) => ({ type: 'reply', reply: { title, id } });

// Meta's own JSON pasted into a form: chatwoot#14714, rapidpro#241, and the examples of Meta's pages.
describe('buttons given as JSON', () => {
	it.each([
		['texts', ['Yes', 'No'], [reply('Yes'), reply('No')]],
		['titles', [{ title: 'Yes' }, { title: 'No' }], [reply('Yes'), reply('No')]],
		[
			"Meta's buttons",
			[reply('Yes', 'y'), reply('No', 'n')],
			[reply('Yes', 'y'), reply('No', 'n')],
		],
		["Meta's action", { buttons: [reply('Yes', 'y')] }, [reply('Yes', 'y')]],
		[
			"Meta's whole message",
			{ type: 'interactive', interactive: { action: { buttons: [reply('Yes', 'y')] } } },
			[reply('Yes', 'y')],
		],
		[
			'a third without an ID',
			['Yes', 'No', { title: 'Later', id: '' }],
			[reply('Yes'), reply('No'), reply('Later')],
		],
	])('%s', async (_, json, buttons) => {
		const result = await run('sendButtons', {
			buttonsInput: 'json',
			buttonsJson: JSON.stringify(json),
		});
		expect(result.error).toBeUndefined();
		expect(await action()).toEqual({ buttons });
	});

	it.each([
		['an unknown field', [{ title: 'Yes', payload: 'y' }], /"payload" is not a field of this list/],
		['no list', { id: 'a' }, /not a list \(parameter "Buttons \(JSON\)"\)/],
		['an object as title', [{ title: { en: 'Yes' } }], /object was given where text is expected/],
		['an empty title', [{ title: 'Yes' }, { id: 'n', title: '' }], /Title of button 2 is empty/],
		['a list in a list', [['Yes']], /Entry 1 is a list/],
	])('rejects %s', async (_, json, says) => {
		const result = await run('sendButtons', {
			buttonsInput: 'json',
			buttonsJson: JSON.stringify(json),
		});
		expect(result.error?.message).toMatch(says);
		expect(await posted()).toEqual([]);
	});
});

describe('a list given as', () => {
	const rows = [
		{ id: '9:30', title: '9:30' },
		{ id: 's2', title: '10:00', description: 'Dr. Weber' },
	];

	it.each([
		['sections', 'sectionsJson', [{ title: 'Morning', rows }], [{ title: 'Morning', rows }]],
		['rows without sections', 'sectionsJson', rows, [{ rows }]],
		['texts', 'sectionsJson', ['9:30'], [{ rows: [rows[0]] }]],
		["Meta's action", 'sectionsJson', { button: 'Open', sections: [{ rows }] }, [{ rows }]],
		['lines', 'sectionsLines', '9:30\n\n 10:00 | Dr. Weber | s2 ', [{ rows }]],
	])('%s', async (_, field, input, sections) => {
		const result = await run('sendList', {
			button: 'Choose',
			sectionsInput: field === 'sectionsLines' ? 'lines' : 'json',
			[field]: typeof input === 'string' ? input : JSON.stringify(input),
		});
		expect(result.error).toBeUndefined();
		expect(await action()).toEqual({ button: 'Choose', sections });
	});

	it.each([
		['a row that is twice there', ['A', 'A'], /Rows 1 and 2 of the list have the same ID "A"/],
		['an unknown field of a section', [{ name: 'x', rows }], /"name" is not a field of this list/],
		[
			'an unknown field of a row',
			[{ title: 'A', text: 'B' }],
			/"text" is not a field of this list/,
		],
	])('rejects %s', async (_, input, says) => {
		const result = await run('sendList', {
			button: 'Choose',
			sectionsInput: 'json',
			sectionsJson: JSON.stringify(input),
		});
		expect(result.error?.message).toMatch(says);
	});
});

describe('contacts', () => {
	const meta = {
		name: { formatted_name: 'Dr. Ada Lovelace', first_name: 'Ada', last_name: 'Lovelace' },
		phones: [{ phone: '+49 170 1234567', type: 'CELL', wa_id: '491701234567' }],
		emails: [{ email: 'ada@example.com', type: 'WORK' }],
		addresses: [{ city: 'London', country_code: 'GB' }],
		org: { company: 'Example Ltd', title: 'Baker' },
		birthday: '1990-12-31',
	};

	it.each([
		["Meta's own JSON", meta, meta],
		['a received card that is forwarded', { ...meta, vcard: 'BEGIN:VCARD', origin: 'other' }, meta],
		[
			'flat JSON, with phones as text',
			{ firstName: 'Ada', phones: ['+49 170 1234567'], company: 'Example Ltd' },
			{
				name: { formatted_name: 'Ada', first_name: 'Ada' },
				phones: [{ phone: '+49 170 1234567', wa_id: '491701234567' }],
				org: { company: 'Example Ltd' },
			},
		],
		[
			'a phone that nobody can read as a number',
			{ name: 'ACME', phones: [{ phone: 'ext. 42' }] },
			{ name: { formatted_name: 'ACME', first_name: 'ACME' }, phones: [{ phone: 'ext. 42' }] },
		],
	])('in %s', async (_, input, sent) => {
		const result = await run('sendContacts', {
			contactsInput: 'json',
			contactsJson: JSON.stringify([input]),
		});
		expect(result.error).toBeUndefined();
		expect((await wire()).contacts).toEqual([sent]);
	});

	it.each([
		[
			'national numbers of the default country',
			{ defaultCountry: 'DE' },
			{ wa_id: '491701234567' },
		],
		['no number when told so', { defaultCountry: 'DE', fillInWaId: false }, {}],
		['no national number without a country', {}, {}],
	])('get a WhatsApp ID: %s', async (_, options, extra) => {
		const result = await run('sendContacts', {
			contacts: { contact: [{ firstName: 'Ada', phones: { phone: [{ phone: '0170 1234567' }] } }] },
			options,
		});
		expect(result.error).toBeUndefined();
		expect((await wire()).contacts).toMatchObject([
			{ phones: [{ phone: '0170 1234567', type: 'CELL' }] },
		]);
		const [{ phones }] = (await wire()).contacts as Array<{ phones: object[] }>;
		expect(phones).toEqual([{ phone: '0170 1234567', type: 'CELL', ...extra }]);
	});

	it.each([
		[
			'an unknown field',
			{ firstName: 'Ada', nickname: 'A' },
			/"nickname" is not a field of this list/,
		],
		[
			'an unknown field of a phone',
			{ firstName: 'A', phones: [{ number: '1' }] },
			/"number" is not a field of this list/,
		],
		['an object as a name', { firstName: { a: 1 } }, /object was given where text is expected/],
	])('reject %s', async (_, input, says) => {
		const result = await run('sendContacts', {
			contactsInput: 'json',
			contactsJson: JSON.stringify([input]),
		});
		expect(result.error?.message).toMatch(says);
		expect(await posted()).toEqual([]);
	});
});
