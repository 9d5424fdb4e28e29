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
		`Name of the field, in a list of objects, that holds the ${part} of a choice. Fields that are not named in an option are then ignored.`,
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
			'The "buttonId" that the trigger returned. When it is the ID of a More row, the next page is sent, otherwise the first.',
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
			'What the ID of the More row starts with, e.g. "more" for "more:9". Use a different one for each menu of a workflow.',
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
		description: 'How to show more choices than a list holds',
	},
	{
		displayName: 'Show As',
		name: 'layout',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Reply buttons where the choices fit, otherwise a list',
			},
			{ name: 'List', value: 'list' },
		],
		default: 'auto',
		description: 'How to show the choices',
	},
];
