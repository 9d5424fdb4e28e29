import type { INodeProperties } from 'n8n-workflow';
import { MORE_TEXT } from '../../../../cloud-api/messages/choices';
import { LIST_LIMITS } from '../../../../cloud-api/messages/list';
import { textField } from '../../fields/textField';

function fieldName(displayName: string, name: string, example: string): INodeProperties {
	const part = displayName.replace(' Field', '').replace(/^[TD]/, (letter) => letter.toLowerCase());
	return textField(
		displayName,
		name,
		example,
		`Name of the field that contains the ${part}, if the choices are a list of objects. Once you name a field, only the fields you name are read.`,
	);
}

/** The options that only Send Choices has. */
export const choiceOptions: INodeProperties[] = [
	{
		displayName: 'Continue From',
		name: 'continueFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.buttonId }}',
		description:
			'"buttonId" of the trigger. Sends the next page if it is the ID of a More row, otherwise the first page.',
	},
	fieldName('Description Field', 'descriptionField', 'city'),
	fieldName('ID Field', 'idField', 'sku'),
	fieldName('Title Field', 'titleField', 'name'),
	{
		displayName: 'More Row ID',
		name: 'moreId',
		type: 'string',
		default: 'more',
		placeholder: 'e.g. towns',
		description:
			'Start of the ID of the More row, e.g. "more" for "more:9". Use a different one for each menu of a workflow.',
	},
	{
		displayName: 'More Text',
		name: 'moreText',
		type: 'string',
		default: MORE_TEXT,
		placeholder: 'e.g. Show more',
		description: `Title of the row that opens the next page, and text of further lists, up to ${LIST_LIMITS.rowTitle} characters`,
	},
	{
		displayName: 'More Than 10 Choices',
		name: 'division',
		type: 'options',
		options: [
			{
				name: 'Pages',
				value: 'pages',
				description: 'A list of 9 choices and a More row; see Continue From',
			},
			{ name: 'Several Lists', value: 'lists', description: 'Several list messages at once' },
		],
		default: 'pages',
		description: 'How to show more than 10 choices',
	},
	{
		displayName: 'Show As',
		name: 'layout',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Reply buttons if the choices fit, otherwise a list',
			},
			{ name: 'List', value: 'list' },
		],
		default: 'auto',
		description: 'How to show the choices',
	},
];
