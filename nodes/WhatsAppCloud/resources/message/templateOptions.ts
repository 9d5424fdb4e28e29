import type { INodeProperties } from 'n8n-workflow';
import type { Values } from '../../../shared/values';
import type { OutgoingMessage } from '../../../../cloud-api/messages/send';

/** The options that only template messages have. */
export const templateOptions: INodeProperties[] = [
	{
		displayName: 'Check Against Template',
		name: 'checkTemplate',
		type: 'boolean',
		default: true,
		description:
			'Whether to look the template up once, so that missing and surplus values are named before anything is sent. Only for values given as JSON; fields know their template.',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to only show what would be sent, with a preview of the message. Nothing is sent or uploaded.',
	},
	{
		displayName: 'Marketing Messages API',
		name: 'marketingMessages',
		type: 'boolean',
		default: false,
		description:
			"Whether to send through Meta's Marketing Messages API, which takes marketing templates only. The account must have accepted its terms.",
	},
	{
		displayName: 'Marketing Activity Sharing',
		name: 'activitySharing',
		type: 'boolean',
		default: false,
		description:
			'Whether the Marketing Messages API may share what readers do with the message, to improve delivery',
	},
	{
		displayName: 'Marketing Fallback',
		name: 'productPolicy',
		type: 'options',
		options: [
			{
				name: 'Send as Usual',
				value: 'CLOUD_API_FALLBACK',
				description: 'Through the ordinary API where the Marketing Messages API cannot',
			},
			{ name: 'Strict', value: 'STRICT', description: 'Not at all in that case' },
		],
		default: 'CLOUD_API_FALLBACK',
		description: 'What happens when the Marketing Messages API cannot send the message',
	},
];

/** Where a template message goes, and what the Marketing Messages API wants beside it (Meta: Marketing Messages API). */
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
