import type { INodeProperties } from 'n8n-workflow';
import { localizedValuesField } from '../../runtime/localizedValues';
import type { Values } from '../../../shared/values';
import type { OutgoingMessage } from '../../../../cloud-api/messages/send';

/** Options of template messages. */
export const templateOptions: INodeProperties[] = [
	localizedValuesField,
	{
		displayName: 'Payment Link Preview',
		name: 'paymentLinkPreview',
		type: 'boolean',
		default: false,
		description:
			'Whether WhatsApp shows the payment link of a URL button as a payment card. Requires Meta to enable this feature for the account.',
	},
	{
		displayName: 'Check Against Template',
		name: 'checkTemplate',
		type: 'boolean',
		default: true,
		description:
			'Whether to get the template once per execution and check the values against it before anything is sent',
	},
	{
		displayName: 'Clean Values',
		name: 'cleanValues',
		type: 'boolean',
		default: true,
		description:
			'Whether to replace line breaks, tabs, and more than four spaces in a row, which WhatsApp rejects, with one space. The output lists the changes under "cleanedValues".',
	},
	{
		displayName: 'Download Links First',
		name: 'downloadLinks',
		type: 'boolean',
		default: false,
		description:
			'Whether n8n downloads links of images, videos, and documents and uploads the files. Otherwise Meta downloads them.',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to return the request and a preview without sending or uploading anything',
	},
	{
		displayName: 'Marketing Messages API',
		name: 'marketingMessages',
		type: 'boolean',
		default: false,
		description:
			"Whether to send with Meta's Marketing Messages API, for marketing templates only. The account must have accepted its terms.",
	},
	{
		displayName: 'Marketing Activity Sharing',
		name: 'activitySharing',
		type: 'boolean',
		default: false,
		description: 'Whether Meta may use customer activity on the message to optimize delivery',
	},
	{
		displayName: 'Marketing Fallback',
		name: 'productPolicy',
		type: 'options',
		options: [
			{
				name: 'Use Cloud API',
				value: 'CLOUD_API_FALLBACK',
				description: 'Sends with the Cloud API',
			},
			{ name: 'Do Not Send', value: 'STRICT', description: 'Fails the item' },
		],
		default: 'CLOUD_API_FALLBACK',
		description: 'What to do if the Marketing Messages API cannot send the message',
	},
];

/** Returns the edge of a template message, and the fields of the Marketing Messages API (Meta: Marketing Messages API). */
export function marketingMessage(
	options: Values,
): Pick<OutgoingMessage, 'extra'> & { edge: NonNullable<OutgoingMessage['edge']> } {
	if (!options.flag('marketingMessages')) return { edge: 'messages' };
	const productPolicy = options.optionalText('productPolicy');
	const activitySharing = options.optionalFlag('activitySharing');
	return {
		edge: 'marketing_messages',
		extra: {
			...(productPolicy !== undefined && { product_policy: productPolicy }),
			...(activitySharing !== undefined && { message_activity_sharing: activitySharing }),
		},
	};
}
