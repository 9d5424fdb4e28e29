import type { INodeProperties } from 'n8n-workflow';
import { GROUP_LIMITS } from '../../../../cloud-api/groups/groups';

export const groupId: INodeProperties = {
	displayName: 'Group ID',
	name: 'groupId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
	description:
		'ID of the group. Get Many returns it, and so does the trigger with the event Group Update.',
};

export const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Wine tasting on Friday',
	description: `Name of the group, up to ${GROUP_LIMITS.subject} characters`,
};

export const groupDescription: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'What the group is about, up to 2,048 characters',
};
