import type { IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { isUnknownField, templates } from '../../../../cloud-api/templates/read';
import { milliseconds } from '../../../../cloud-api/templates/parameters/read';
import { templateRecord } from '../../../../cloud-api/templates/record';
import {
	changedSince,
	changedTemplates,
	type PreviousTemplate,
} from '../../../../cloud-api/templates/sync';
import type { Template } from '../../../../cloud-api/templates/template';
import { account } from '../../fields/account';
import { paging, wantedItems } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Call, Operation } from '../../runtime/operation';
import type { Parameters } from '../../runtime/parameters';
import { filterOf, filters } from './filters';
import { templateItem } from './records';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many templates',
	description:
		'Get the templates of an account with status, quality, rejection reason, and parameters, or only those that have changed',
	fields: [
		account,
		...paging,
		{
			displayName: 'Return',
			name: 'changes',
			type: 'options',
			options: [
				{ name: 'All Templates', value: 'all' },
				{
					name: 'Changed Since a Time',
					value: 'since',
					description: 'By the time of the last change',
				},
				{
					name: 'Changed Since the Last Sync',
					value: 'previous',
					description: 'New, changed, and removed templates, compared with an earlier run',
				},
			],
			default: 'all',
			description: 'Which templates to return',
		},
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			default: '',
			displayOptions: { show: { changes: ['since'] } },
			description:
				'Earliest time of the last change. Templates for which Meta returns no time are included.',
		},
		{
			displayName: 'Items of the Last Sync',
			name: 'previous',
			type: 'json',
			default: '={{ $input.all().map((item) => item.json) }}',
			displayOptions: { show: { changes: ['previous'] } },
			hint: 'With several input items, turn on "Execute Once" in the settings of this node',
			description:
				'Items that the last sync returned, e.g. the rows of a table. Only "templateId" and "fingerprint" are required. Removed templates are returned only with "Return All" and without filters.',
		},
		{ ...simplify, displayOptions: { show: { changes: ['all'] } } },
		filters,
	],
	async run(call) {
		const { param } = call;
		const syncedAt = new Date().toISOString();
		switch (param.text('changes')) {
			case 'since':
				return await readSince(call, syncedAt);
			case 'previous':
				return await readChanges(call, syncedAt);
			default:
				return (await read(call)).map((template) => templateItem(param, template, syncedAt));
		}
	},
};

async function read(
	{ graph, param }: Call,
	{ all = false, extraFields }: { all?: boolean; extraFields?: string[] } = {},
): Promise<Template[]> {
	const found: Template[] = [];
	const limit = all ? undefined : wantedItems(param);
	const pages = templates(graph, param.account(), filterOf(param), { limit, extraFields });
	for await (const template of pages) found.push(template);
	return found;
}

/** Reads the time of the last change, if this version of the API has it. */
async function readSince(call: Call, syncedAt: string): Promise<IDataObject[]> {
	const since = call.param.date('since')?.getTime();
	if (since === undefined)
		throw new InvalidInputError(
			'since',
			'The date is missing or invalid',
			'Choose a date, or use an expression, e.g. {{ $now.minus(1, "day") }}.',
		);
	const found = await read(call, { all: true, extraFields: ['last_updated_time'] }).catch(
		async (error: unknown) =>
			isUnknownField(error) ? await read(call, { all: true }) : await Promise.reject(error),
	);
	const timed = found.map((template) => ({
		template,
		times: [time(template.last_updated_time), time(template.quality_score?.date)],
	}));
	return changedSince(timed, since)
		.slice(0, wantedItems(call.param))
		.map(({ template }) => templateRecord(template, syncedAt) as unknown as IDataObject);
}

async function readChanges(call: Call, syncedAt: string): Promise<IDataObject[]> {
	const { param } = call;
	const complete = Object.keys(filterOf(param)).length === 0 && param.flag('returnAll');
	const records = (await read(call)).map((template) => templateRecord(template, syncedAt));
	const changes = changedTemplates(records, previousOf(param), { complete, syncedAt });
	return changes as unknown as IDataObject[];
}

/** Rows of a table can have their own `id`; the template ID is `templateId`. */
function previousOf(param: Parameters): PreviousTemplate[] {
	const input = param.json('previous') ?? [];
	const rows = (Array.isArray(input) ? input : [input]) as unknown[];
	return rows
		.map((row) => (typeof row === 'object' && row !== null ? row : {}) as IDataObject)
		.map((row) => ({ ...(row as Partial<PreviousTemplate>), templateId: row.templateId ?? row.id }))
		.filter(({ templateId }) => templateId !== undefined && templateId !== null)
		.map((row) => ({ ...row, templateId: String(row.templateId) }));
}

function time(value: unknown): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const number = milliseconds(value);
	return Number.isNaN(number) ? undefined : number;
}
