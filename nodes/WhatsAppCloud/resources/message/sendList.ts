import {
	listMessage,
	LIST_LIMITS,
	type ListRow,
	type ListSection,
} from '../../../../cloud-api/messages/list';
import { readChoiceLines } from '../../../../cloud-api/messages/choiceLines';
import { body, bodyDescription, footer } from '../../fields/bodyAndFooter';
import { withLines } from '../../fields/choiceLines';
import { formOrJson } from '../../fields/formOrJson';
import { givenRows } from '../../fields/givenRows';
import { textHeaderField } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import type { Values } from '../../../shared/values';
import { textHeaderOf } from './header';
import { listSections } from './listSections';
import { sendAndTell } from './send';

const { rows, sections } = LIST_LIMITS;

export const sendList: Operation = {
	name: 'Send List',
	value: 'sendList',
	action: 'Send a list message',
	description: `Send a text with a button that opens a list of up to ${rows.max} rows. The trigger returns the row that the customer chooses.`,
	sends: true,
	fields: [
		sender,
		recipient,
		textHeaderField,
		{ ...body, description: bodyDescription(LIST_LIMITS.body) },
		footer,
		{
			displayName: 'Button Text',
			name: 'button',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Show times',
			description: `Text of the button that opens the list, up to ${LIST_LIMITS.button} characters`,
		},
		...withLines(
			formOrJson(listSections, {
				example: [
					{
						title: 'Morning',
						rows: [{ id: 'slot-0930', title: '9:30', description: 'With Dr. Weber' }],
					},
				],
				description: `Up to ${sections.max} sections with ${rows.max} rows in total: [{ "title": "Morning", "rows": [{ "id": "slot-0930", "title": "9:30" }] }], rows without sections, or Meta's JSON`,
			}),
			'sections',
		),
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			listMessage({
				header: textHeaderOf(call),
				body: param.text('body'),
				footer: param.text('footer'),
				button: param.text('button'),
				sections: sectionsOf(param),
			}),
		);
	},
};

function sectionsOf(param: Values): ListSection[] {
	if (param.text('sectionsInput') === 'lines') {
		const lines = readChoiceLines(param.text('sectionsLines'));
		return [
			{
				rows: lines.map(({ id, title, description }) => ({ id: id ?? title, title, description })),
			},
		];
	}
	const entries = givenRows(param, 'sections', { group: 'section', shorthand: 'title' });
	if (entries.length > 0 && !entries.some((entry) => entry.names().includes('rows')))
		return [{ rows: entries.map(rowOf) }];
	return entries.map((section) => ({
		title: section.only(['title', 'rows']).optionalText('title'),
		rows: section.rows('rows', 'row', 'title').map(rowOf),
	}));
}

function rowOf(row: Values): ListRow {
	row.only(['title', 'description', 'id']);
	const title = row.text('title');
	return {
		title,
		id: row.text('id') || title.trim(),
		description: row.optionalText('description'),
	};
}
