import type { INodeProperties } from 'n8n-workflow';
import { BUTTONS_LIMITS, type ButtonsInput } from '../../../cloud-api/messages/buttons';
import type { Values } from '../../shared/values';

/** URL buttons next to reply buttons, which Direct Send allows. */
export const urlButtonRows: INodeProperties = {
	displayName: 'URL Buttons',
	name: 'urlButtons',
	type: 'fixedCollection',
	placeholder: 'Add URL button',
	typeOptions: {
		multipleValues: true,
		maxAllowedFields: BUTTONS_LIMITS.directSend.urlButtons,
		fixedCollection: { itemTitle: '={{ $collection.item.value.displayText }}' },
	},
	default: {},
	description: `Up to ${BUTTONS_LIMITS.directSend.urlButtons} buttons that open a web page. Requires Direct Send.`,
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Button Text',
					name: 'displayText',
					type: 'string',
					default: '',
					placeholder: 'e.g. Track parcel',
					description: `Up to ${BUTTONS_LIMITS.title} characters`,
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/track/42',
					description: 'The web page to open',
				},
			],
		},
	],
};

/** The rows of {@link urlButtonRows}. */
export function urlButtonsOf(param: Values): NonNullable<ButtonsInput['urlButtons']> {
	return param
		.group('options')
		.rows('urlButtons', 'button')
		.map((row) => ({ displayText: row.text('displayText'), url: row.text('url') }));
}
