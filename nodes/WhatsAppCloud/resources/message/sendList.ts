import { listMessage } from '../../../../cloud-api/messages/list';
import { body, footer } from '../../fields/bodyAndFooter';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { textHeaderField } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { textHeaderOf } from './header';
import { sendAndTell } from './send';

export const sendList: Operation = {
	name: 'Send List',
	value: 'sendList',
	action: 'Send a list message',
	description:
		'Send a text with a button that opens a list of up to ten choices. The choice comes back through the trigger with its ID and title.',
	sends: true,
	fields: [
		sender,
		recipient,
		textHeaderField,
		{
			...body,
			description: "The message's main text, up to 4,096 characters",
		},
		footer,
		{
			displayName: 'Button Text',
			name: 'button',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Show choices',
			description: 'What the button that opens the list says, up to 20 characters',
		},
		...formOrJson(
			{
				displayName: 'Sections',
				name: 'sections',
				type: 'fixedCollection',
				placeholder: 'Add section',
				typeOptions: { multipleValues: true, sortable: true },
				default: {},
				description: 'Up to ten sections with ten rows in all sections together',
				options: [
					{
						displayName: 'Section',
						name: 'section',
						values: [
							{
								displayName: 'Title',
								name: 'title',
								type: 'string',
								default: '',
								placeholder: 'e.g. Morning',
								description: 'Up to 24 characters; needed when there is more than one section',
							},
							{
								displayName: 'Rows',
								name: 'rows',
								type: 'fixedCollection',
								placeholder: 'Add row',
								typeOptions: { multipleValues: true, sortable: true },
								default: {},
								options: [
									{
										displayName: 'Row',
										name: 'row',
										values: [
											{
												displayName: 'Title',
												name: 'title',
												type: 'string',
												default: '',
												placeholder: 'e.g. 9:30',
												description: 'Up to 24 characters',
											},
											{
												displayName: 'Description',
												name: 'description',
												type: 'string',
												default: '',
												placeholder: 'e.g. With Dr. Weber',
												description: 'Small text under the title, up to 72 characters',
											},
											{
												displayName: 'ID',
												name: 'id',
												type: 'string',
												default: '',
												placeholder: 'e.g. slot-0930',
												description:
													'What comes back when it is chosen, up to 200 characters. By default the title.',
											},
										],
									},
								],
							},
						],
					},
				],
			},
			{
				example: [
					{
						title: 'Morning',
						rows: [{ id: 'slot-0930', title: '9:30', description: 'With Dr. Weber' }],
					},
				],
				description:
					'Up to ten sections with ten rows in all: [{ "title": "Morning", "rows": [{ "id": "slot-0930", "title": "9:30", "description": "With Dr. Weber" }] }]',
			},
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
				sections: entriesOf(param, 'sections', 'section').map((section) => ({
					title: section.only(['title', 'rows']).optionalText('title'),
					rows: section.rows('rows', 'row', 'title').map((row) => ({
						id: row.only(['id', 'title', 'description']).text('id') || row.text('title'),
						title: row.text('title'),
						description: row.optionalText('description'),
					})),
				})),
			}),
		);
	},
};
