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
	value: 'getMany',
	action: 'Get many templates',
	description:
		'List the templates of an account with their status, quality, rejection reason and the values they want; or only what changed since the last time',
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
					description: 'By the time of the last change that Meta gives',
				},
				{
					name: 'Changed Since the Last Sync',
					value: 'previous',
					description: 'Compared with what an earlier run returned: new, changed and removed ones',
				},
			],
			default: 'all',
			description: 'Whether to return all templates or only those that changed',
		},
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			default: '',
			displayOptions: { show: { changes: ['since'] } },
			description: 'Templates for which Meta gives no time are returned as well',
		},
		{
			displayName: 'Items of the Last Sync',
			name: 'previous',
			type: 'json',
			default: '={{ $input.all().map((item) => item.json) }}',
			displayOptions: { show: { changes: ['previous'] } },
			hint: 'With several input items, turn on "Execute Once" in the settings of this node',
			description:
				'A list of what the last sync returned, e.g. the rows of a table; "templateId" and "fingerprint" of each are enough. Removed templates are told only with Return All and without filters.',
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

/** Asks for the time of the last change, and does without where this version of the API has none. */
async function readSince(call: Call, syncedAt: string): Promise<IDataObject[]> {
	const since = call.param.date('since')?.getTime();
	if (since === undefined)
		throw new InvalidInputError(
			'since',
			'The time since when templates may have changed is missing or is no date',
			'Choose a date, or give one with an expression, e.g. {{ $now.minus(1, "day") }}.',
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

/** Rows of a table may carry an ID of their own; the template's is `templateId`. */
function previousOf(param: Parameters): PreviousTemplate[] {
	const given = param.json('previous') ?? [];
	const rows = (Array.isArray(given) ? given : [given]) as unknown[];
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
