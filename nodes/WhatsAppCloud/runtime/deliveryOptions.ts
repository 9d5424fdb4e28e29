import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { groupOf, type Values } from '../../shared/values';

/** Messages per second that Meta allows a phone number by default (Meta: throughput). */
const DEFAULT_PER_SECOND = 80;
/** The highest throughput of a phone number (Meta: throughput). */
const MAX_PER_SECOND = 1000;
const DEFAULT_RETRY_SECONDS = 300;

/** Appended by the runtime to the form of every operation that sends messages. */
export const deliveryOptions: INodeProperties = {
	displayName: 'Delivery Options',
	name: 'deliveryOptions',
	type: 'collection',
	placeholder: 'Add delivery option',
	default: {},
	description:
		'Rate limit, retries, and connections for the messages of all items. Expressions are evaluated for the first item.',
	options: [
		{
			displayName: 'Keep Connections Open',
			name: 'keepConnections',
			type: 'boolean',
			default: false,
			description:
				"Whether to reuse connections for messages instead of opening one for each. Faster, but bypasses n8n's proxy settings and its SSRF protection.",
		},
		{
			displayName: 'Max Retry Time (Seconds)',
			name: 'maxRetryTime',
			type: 'number',
			default: DEFAULT_RETRY_SECONDS,
			typeOptions: { minValue: 0 },
			description:
				'How long to retry one message when Meta throttles it or is temporarily unavailable before its item fails',
		},
		{
			displayName: 'Messages per Second',
			name: 'messagesPerSecond',
			type: 'number',
			default: DEFAULT_PER_SECOND,
			typeOptions: { minValue: 1, maxValue: MAX_PER_SECOND },
			description:
				"The throughput of the sender: 80 by default, 20 for a number that is also used in the WhatsApp Business app, 1,000 after Meta's upgrade. All executions in this n8n process share it.",
		},
		{
			displayName: 'On Unknown Outcome',
			name: 'onUnknownOutcome',
			type: 'options',
			default: 'fail',
			description:
				'What to do when the connection breaks after a message was sent, so that it is unknown whether Meta accepted it',
			options: [
				{
					name: 'Fail Item',
					value: 'fail',
					description:
						'Fails the item with the outcome "unknown"; the recipient does not receive the message twice',
				},
				{
					name: 'Retry',
					value: 'retry',
					description: 'Retries the message; the recipient may receive it twice',
				},
			],
		},
	],
};

/** How the messages of one run are sent. */
export interface DeliveryOptions {
	perSecond: number;
	/** Milliseconds between the first and the last try of one request. */
	maxRetryMs: number;
	/** Whether to retry a message that may have arrived. */
	retryUnknown: boolean;
	keepConnections: boolean;
}

/** Reads the options once for all items; operations that send nothing use the defaults. */
export function readDeliveryOptions(context: IExecuteFunctions, sends: boolean): DeliveryOptions {
	const given = sends ? context.getNodeParameter('deliveryOptions', 0, {}) : {};
	const options = groupOf(given, 'deliveryOptions', context.getTimezone());
	return {
		perSecond: numberOf(options, 'messagesPerSecond', DEFAULT_PER_SECOND, 1, MAX_PER_SECOND),
		maxRetryMs: numberOf(options, 'maxRetryTime', DEFAULT_RETRY_SECONDS, 0) * 1000,
		retryUnknown: options.choice('onUnknownOutcome', ['fail', 'retry']) === 'retry',
		keepConnections: options.flag('keepConnections'),
	};
}

function numberOf(
	options: Values,
	name: string,
	fallback: number,
	min: number,
	max = Infinity,
): number {
	const entered = options.number(name) ?? fallback;
	if (entered >= min && entered <= max) return entered;
	const range = max === Infinity ? `of ${min} or more` : `between ${min} and ${max}`;
	throw new InvalidInputError(
		options.pathOf(name),
		`"${entered}" is not a number ${range}`,
		`Enter a number ${range}, e.g. ${fallback}, or remove the option.`,
	);
}
