import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output } from './support';

const stage = withSandbox();

const add = async (name: string, more: object = {}) =>
	await stage.control.addTemplate({
		name,
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: `Hello from ${name}` }],
		...more,
	});
/** Without the template that every new account has. */
const getMany = async (parameters: object = {}) =>
	(
		await output(stage, 'template', 'getAll', {
			returnAll: true,
			...parameters,
		} as INodeParameters)
	).filter(({ name }) => name !== 'hello_world');
const names = (items: IDataObject[]) => items.map(({ name }) => name);
const reads = async () =>
	(await stage.control.requests()).filter(({ path }) => /message_templates/.test(path));

describe('300 templates', () => {
	let requestsBefore = 0;
	const calls = async () => (await reads()).length - requestsBefore;

	beforeEach(async () => {
		const [hello] = await stage.control.templates();
		await output(stage, 'template', 'delete', { scope: 'ids', templateIds: hello.id });
		for (let index = 0; index < 300; index++)
			await add(`template_${String(index).padStart(3, '0')}`);
		requestsBefore = (await reads()).length;
	});

	it('are synced with the fewest requests: 100 each', async () => {
		expect(names(await getMany())).toHaveLength(300);
		expect(await calls()).toBe(3);
	});

	it('are all in the list: page by page, or found by search', async () => {
		const list = async (filter?: string, paginationToken?: string) =>
			await stage.engine.dynamic.listSearch('whatsAppCloud', 'searchTemplates', {
				filter,
				paginationToken,
			});
		const seen: string[] = [];
		let token: string | undefined;
		do {
			const page = await list(undefined, token);
			seen.push(...page.results.map(({ value }) => String(value)));
			token = page.paginationToken as string | undefined;
		} while (token);
		expect(seen.filter((value) => value.startsWith('template_'))).toHaveLength(300);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toContain('template_299|en_US');
		const found = await list('template_299');
		expect(found.results).toMatchObject([
			{ name: 'template_299 – English (US)', value: 'template_299|en_US' },
		]);
	});

	it('stop at the limit with the fewest requests', async () => {
		expect(await getMany({ returnAll: false, limit: 120 })).toHaveLength(120);
		expect(await calls()).toBe(2);
	});
});

it('the list shows templates that cannot be sent last, with their status', async () => {
	await add('a_paused', { status: 'PAUSED' });
	await add('b_good', { language: 'pt_BR' });
	await add('c_rejected', { status: 'REJECTED' });
	const { results } = await stage.engine.dynamic.listSearch('whatsAppCloud', 'searchTemplates');
	expect(results.map(({ name }) => name).filter((name) => !name.startsWith('hello'))).toEqual([
		'b_good – Portuguese (Brazil)',
		'a_paused – English (US) – paused',
		'c_rejected – English (US) – rejected',
	]);
});

describe('filters', () => {
	beforeEach(async () => {
		await add('order_one', { category: 'MARKETING' });
		await add('order_two', { language: 'de', status: 'REJECTED' });
		const { id } = await add('greeting');
		await stage.control.changeTemplate(id, { quality: 'RED' });
	});

	it.each<[object, string[]]>([
		[{ name: 'order' }, ['order_one', 'order_two']],
		[{ content: 'from greeting' }, ['greeting']],
		[{ nameOrContent: 'two' }, ['order_two']],
		[{ status: ['REJECTED'] }, ['order_two']],
		[{ category: ['MARKETING', 'UTILITY'] }, ['order_one', 'order_two', 'greeting']],
		[{ language: ['de'] }, ['order_two']],
		[{ quality: ['RED', 'YELLOW'] }, ['greeting']],
	])('%j', async (filters, expected) => {
		expect(names(await getMany({ filters })).sort()).toEqual([...expected].sort());
	});
});

describe('changes since the last sync', () => {
	it('returns new, changed, and removed templates', async () => {
		const kept = await add('kept');
		const changing = await add('changing', { status: 'PENDING' });
		const going = await add('going');
		const before = await getMany();
		const since = async (previous: unknown = before) =>
			await getMany({ changes: 'previous', previous: JSON.stringify(previous) });
		expect(await since()).toEqual([]);

		await stage.control.changeTemplate(changing.id, { status: 'APPROVED', quality: 'GREEN' });
		await output(stage, 'template', 'delete', { scope: 'ids', templateIds: going.id });
		await add('fresh');
		const changes = await since();
		const reported = changes.map(({ name, change, changes: what }) => [String(name), change, what]);
		expect(reported.sort()).toEqual([
			['changing', 'changed', ['status: PENDING → APPROVED', 'quality: UNKNOWN → GREEN']],
			['fresh', 'new', []],
			['going', 'removed', []],
		]);
		expect(changes.some(({ templateId }) => templateId === kept.id)).toBe(false);
	});

	it('reads the rows of a table whose own IDs are not template IDs', async () => {
		await add('kept');
		const all = await output(stage, 'template', 'getAll', { returnAll: true });
		const rows = all.map(({ templateId, fingerprint }, id) => ({
			id,
			templateId,
			fingerprint,
			createdAt: 'now',
		}));
		expect(await getMany({ changes: 'previous', previous: JSON.stringify([...rows, {}]) })).toEqual(
			[],
		);
	});

	it('compares the time if Meta returns one, and otherwise returns the template', async () => {
		await add('first');
		const changes = await getMany({ changes: 'since', since: '2026-01-01T00:00:00Z' });
		expect(names(changes)).toEqual(['first']);
	});
});

describe('the other lists', () => {
	it('phone numbers', async () => {
		const { seed } = stage.sandbox;
		const list = async (filter?: string) =>
			(await stage.engine.dynamic.listSearch('whatsAppCloud', 'searchSenders', { filter })).results;
		expect(await list()).toContainEqual({
			name: `${seed.displayPhoneNumber} (${seed.verifiedName})`,
			value: seed.phoneNumberId,
		});
		expect(await list('nobody')).toEqual([]);
	});

	it('explains in the editor what is missing', async () => {
		const second = await stage.control.addAccount();
		const { token } = await stage.control.addToken({
			businessAccountIds: [stage.sandbox.seed.businessAccountId, second.id],
		});
		await stage.engine.credentials.set('whatsAppCloudApi', {
			accessToken: token,
			baseUrl: stage.sandbox.url,
		});
		await expect(
			stage.engine.dynamic.listSearch('whatsAppCloud', 'searchTemplates'),
		).rejects.toThrow('can access 2 WhatsApp Business Accounts, and none is chosen');
	});
});
