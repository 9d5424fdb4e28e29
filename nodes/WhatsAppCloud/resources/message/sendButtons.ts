import { buttonsMessage } from '../../../../cloud-api/messages/buttons';
import { body, footer } from '../../fields/bodyAndFooter';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { withHeader } from './header';
import { replyButtonOf } from '../../fields/replyButton';
import { sendAndTell } from './send';

export const sendButtons: Operation = {
	name: 'Send Buttons',
	value: 'sendButtons',
	action: 'Send a message with reply buttons',
	description:
		'Send a text with up to three buttons. A tap comes back through the trigger with the ID and title of the button.',
	sends: true,
	fields: [
		sender,
		recipient,
		...headerFields,
		body,
		footer,
		...formOrJson(
			{
				displayName: 'Buttons',
				name: 'buttons',
				type: 'fixedCollection',
				placeholder: 'Add button',
				typeOptions: { multipleValues: true, sortable: true },
				default: {},
				description: 'One to three buttons',
				options: [
					{
						displayName: 'Button',
						name: 'button',
						values: [
							{
								displayName: 'Title',
								name: 'title',
								type: 'string',
								default: '',
								placeholder: 'e.g. Yes, please',
								description: 'What the button says, up to 20 characters, different on each',
							},
							{
								displayName: 'ID',
								name: 'id',
								type: 'string',
								default: '',
								placeholder: 'e.g. yes',
								description:
									'What comes back when it is tapped, up to 256 characters. By default the title.',
							},
						],
					},
				],
			},
			{
				example: [
					{ id: 'yes', title: 'Yes' },
					{ id: 'no', title: 'No' },
				],
				description: 'One to three buttons: [{ "id": "yes", "title": "Yes" }, …]',
			},
		),
		simplify,
		sendOptions({
			directSend: true,
			own: [
				{
					displayName: 'URL Buttons',
					name: 'urlButtons',
					type: 'fixedCollection',
					placeholder: 'Add URL button',
					typeOptions: { multipleValues: true },
					default: {},
					description: 'Up to two buttons that open a page. Possible with Direct Send only.',
					options: [
						{
							displayName: 'Button',
							name: 'button',
							values: [
								{
									displayName: 'Text',
									name: 'displayText',
									type: 'string',
									default: '',
									placeholder: 'e.g. Track parcel',
								},
								{
									displayName: 'URL',
									name: 'url',
									type: 'string',
									default: '',
									placeholder: 'e.g. https://example.com/track/42',
								},
							],
						},
					],
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const content = await withHeader(call, (header) =>
			buttonsMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				buttons: entriesOf(param, 'buttons', 'button', 'title').map(replyButtonOf),
				urlButtons: options.rows('urlButtons', 'button').map((row) => ({
					displayText: row.text('displayText'),
					url: row.text('url'),
				})),
				directSend: options.has('category'),
			}),
		);
		return await sendAndTell(call, content);
	},
};
