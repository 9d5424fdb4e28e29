import type { IDataObject } from 'n8n-workflow';
import { createGroup, type JoinApprovalMode } from '../../../../cloud-api/groups/groups';
import { number } from '../../fields/number';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { groupDescription, subject } from './fields';

const APPROVAL: JoinApprovalMode[] = ['auto_approve', 'approval_required'];

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a group',
	description:
		'Create a group. The trigger returns its ID and invite link with the event Group Update; people join with the link.',
	fields: [
		number,
		{ ...subject, required: true },
		optionsCollection([
			groupDescription,
			{
				displayName: 'Joining',
				name: 'joinApprovalMode',
				type: 'options',
				options: [
					{
						name: 'Anyone With the Link',
						value: 'auto_approve',
						description: 'People join as soon as they open the invite link',
					},
					{
						name: 'After Approval',
						value: 'approval_required',
						description: 'People send a join request, which you approve or reject',
					},
				],
				default: 'auto_approve',
				description: 'How people join the group',
			},
		]),
	],
	async run({ graph, param }) {
		const options = param.group('options');
		const created = await createGroup(graph, param.sender(), {
			subject: param.text('subject'),
			description: options.optionalText('description'),
			joinApprovalMode: options.choice('joinApprovalMode', APPROVAL),
		});
		return { ...created, subject: param.text('subject') } as IDataObject;
	},
};
