import { record } from '../../../../cloud-api/answers';
import type { IDataObject } from 'n8n-workflow';
import { MAX_IDS } from '../../../../cloud-api/templates/ids';
import { archiveTemplates } from '../../../../cloud-api/templates/remove';
import { account } from '../../fields/account';
import type { Call, Operation } from '../../runtime/operation';
import { givenIds, templateIds } from './records';

export const archive: Operation = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive templates',
	description: 'Archive templates without deleting them. Archived templates cannot be sent.',
	fields: [templateIds, account],
	run: async (call) => await move(call, 'archive'),
};

export const unarchive: Operation = {
	name: 'Unarchive',
	value: 'unarchive',
	action: 'Unarchive templates',
	description: 'Restore archived templates, so that they can be sent again',
	fields: [templateIds, account],
	run: async (call) => await move(call, 'unarchive'),
};

/** Returns one result per template. */
async function move(
	{ graph, param }: Call,
	direction: 'archive' | 'unarchive',
): Promise<IDataObject[]> {
	const ids = givenIds(param);
	const results: IDataObject[] = [];
	for (let start = 0; start === 0 || start < ids.length; start += MAX_IDS) {
		const part = ids.slice(start, start + MAX_IDS);
		const answer = await archiveTemplates(graph, param.account(), part, direction);
		const failed = record(answer.failed_templates) as IDataObject;
		for (const templateId of part)
			results.push({
				templateId,
				[`${direction}d`]: !(templateId in failed),
				...(templateId in failed && { reason: failed[templateId] }),
			});
	}
	return results;
}
