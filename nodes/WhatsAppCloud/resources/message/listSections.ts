import type { INodeProperties } from 'n8n-workflow';
import { LIST_LIMITS } from '../../../../cloud-api/messages/list';
import { choiceRow } from '../../fields/choiceRow';
import { sectionTitle } from '../../fields/sectionTitle';

const titled = { fixedCollection: { itemTitle: '={{ $collection.item.value.title }}' } };

// n8n counts the rows of a nested collection wrongly, so they have no minRequiredFields.
const rows: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	placeholder: 'Add row',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		...titled,
	},
	default: { row: [{ title: '', description: '', id: '' }] },
	options: [
		{
			displayName: 'Row',
			name: 'row',
			values: choiceRow({
				title: `Up to ${LIST_LIMITS.rowTitle} characters`,
				description: `Small text under the title, up to ${LIST_LIMITS.rowDescription} characters`,
				id: `ID that the trigger returns when the row is chosen, up to ${LIST_LIMITS.rowId} characters. Defaults to the title.`,
			}),
		},
	],
};

/** The sections of a list message, each with its rows; it starts with one section and one row. */
export const listSections: INodeProperties = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	placeholder: 'Add section',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		minRequiredFields: LIST_LIMITS.sections.min,
		maxAllowedFields: LIST_LIMITS.sections.max,
		...titled,
	},
	default: {
		section: [{ title: '', rows: { row: [{ title: '', description: '', id: '' }] } }],
	},
	description: `Up to ${LIST_LIMITS.sections.max} sections with ${LIST_LIMITS.rows.max} rows in total`,
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [sectionTitle('Morning'), rows],
		},
	],
};
