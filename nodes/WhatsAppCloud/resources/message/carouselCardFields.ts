import type { INodeProperties } from 'n8n-workflow';
import { CAROUSEL_LIMITS } from '../../../../cloud-api/messages/carousel';
import { mediaSource } from '../../fields/mediaSource';
import { replyButtonRows } from '../../fields/replyButtons';

/** The form of one card; its buttons depend on the button type of all cards. */
export const carouselCardFields: INodeProperties[] = [
	...mediaSource({ source: 'link' }),
	{
		displayName: 'Text',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Fresh every morning',
		description: `Up to ${CAROUSEL_LIMITS.cardBody} characters and ${CAROUSEL_LIMITS.cardLineBreaks} line breaks`,
	},
	{
		displayName: 'Button Text',
		name: 'displayText',
		type: 'string',
		displayOptions: { show: { '/buttonType': ['url'] } },
		default: '',
		placeholder: 'e.g. Order',
		description: `Up to ${CAROUSEL_LIMITS.displayText} characters`,
	},
	{
		displayName: 'Button URL',
		name: 'url',
		type: 'string',
		displayOptions: { show: { '/buttonType': ['url'] } },
		default: '',
		placeholder: 'e.g. https://example.com/bread',
		description: 'The page that the button opens',
	},
	replyButtonRows({
		displayName: 'Reply Buttons',
		name: 'buttons',
		displayOptions: { show: { '/buttonType': ['reply'] } },
		description: 'The number of buttons must be the same on every card',
		example: { title: 'Order', id: 'order-bread' },
		nested: true,
	}),
];
