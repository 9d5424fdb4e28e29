import { templateRecord } from '../../../../cloud-api/templates/record';
import { changedSince, changedTemplates } from '../../../../cloud-api/templates/sync';
import type { Template } from '../../../../cloud-api/templates/template';

const AT = '2026-11-22T12:00:00.000Z';
const template = (more: Partial<Template> = {}): Template => ({
	id: '1',
	name: 'order_update',
	language: 'pt_BR',
	status: 'REJECTED',
	category: 'UTILITY',
	rejected_reason: 'TAG_CONTENT_MISMATCH',
	parameter_format: 'POSITIONAL',
	quality_score: { score: 'YELLOW', date: 1690000000 },
	components: [
		{
			type: 'HEADER',
			format: 'IMAGE',
			example: { header_handle: ['https://scontent.example/a?sig=1'] },
		},
		{ type: 'BODY', text: 'Olá {{1}}, seu pedido chegou', example: undefined },
	],
	...more,
});
const record = (more: Partial<Template> = {}) => templateRecord(template(more), AT);

it('a template becomes a readable row', () => {
	expect(record()).toMatchObject({
		templateId: '1',
		language: 'pt_BR',
		languageName: 'Portuguese (Brazil)',
		status: 'REJECTED',
		sendable: false,
		quality: 'YELLOW',
		rejection: {
			code: 'TAG_CONTENT_MISMATCH',
			meaning: 'The language or category does not match the text',
		},
		parameters: ['header.image', 'body.1'],
		body: 'Olá {{1}}, seu pedido chegou',
		syncedAt: AT,
	});
	expect(record({ rejected_reason: 'NONE' }).rejection).toBeUndefined();
	expect(record({ rejected_reason: 'SOMETHING_NEW' }).rejection?.code).toBe('SOMETHING_NEW');
});

describe('the fingerprint', () => {
	it.each<[string, Partial<Template>]>([
		['status', { status: 'APPROVED' }],
		['quality', { quality_score: { score: 'RED' } }],
		['category', { category: 'MARKETING' }],
		['text', { components: [{ type: 'BODY', text: 'Outro texto', example: undefined }] }],
	])('changes with the %s', (_, more) => {
		expect(record(more).fingerprint).not.toBe(record().fingerprint);
	});

	it("does not change with the link of the sample, which Meta signs anew, nor with the quality's date", () => {
		const [header, body] = template().components;
		const again = record({
			quality_score: { score: 'YELLOW', date: 1700000000 },
			components: [
				{ ...header, example: { header_handle: ['https://scontent.example/a?sig=2'] } },
				body,
			],
		});
		expect(again.fingerprint).toBe(record().fingerprint);
	});
});

describe('what changed since the last sync', () => {
	const previous = [record(), record({ id: '2' }), record({ id: '3' })];

	it('returns new, changed, and removed templates, and what changed', () => {
		const now = [
			record(),
			record({ id: '2', status: 'APPROVED', quality_score: { score: 'GREEN' } }),
			record({ id: '4' }),
		];
		const changes = changedTemplates(now, previous, { complete: true, syncedAt: AT });
		expect(
			changes.map(({ templateId, change, changes: what }) => [templateId, change, what]),
		).toEqual([
			['2', 'changed', ['status: REJECTED → APPROVED', 'quality: YELLOW → GREEN']],
			['4', 'new', []],
			['3', 'removed', []],
		]);
	});

	it('reports no removed templates if only some templates were read', () => {
		expect(changedTemplates([record()], previous, { complete: false, syncedAt: AT })).toEqual([]);
	});

	it('reports content if only the text differs', () => {
		const [change] = changedTemplates(
			[record({ components: [{ type: 'BODY', text: 'Novo', example: undefined }] })],
			previous,
			{ complete: false, syncedAt: AT },
		);
		expect(change.changes).toEqual(['content']);
	});

	it('keeps templates whose time is unknown', () => {
		const times = [[100], [300], [undefined], [50, 400]].map((each) => ({ times: each }));
		expect(changedSince(times, 200)).toEqual([times[1], times[2], times[3]]);
	});
});
