import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';

/** Meta's default for a number (Meta: throughput and limits). */
const DEFAULT_PER_SECOND = 80;
/** The highest throughput that Meta gives a number. */
const MAX_PER_SECOND = 1000;
const DEFAULT_LONGEST_WAIT_SECONDS = 300;

/** Appended by the runtime to the form of every operation that sends messages. */
export const sendingOptions: INodeProperties = {
	displayName: 'Sending Options',
	name: 'sendingOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	description: 'How the messages of all items leave. Expressions are read from the first item.',
	options: [
		{
			displayName: 'If the Outcome Is Unknown',
			name: 'unknownOutcome',
			type: 'options',
			default: 'report',
			description:
				'When the connection breaks after a message has left, nobody can tell whether Meta took it',
			options: [
				{
					name: 'Report It',
					value: 'report',
					description: 'The item fails with the outcome "unknown", and nobody gets a message twice',
				},
				{
					name: 'Send Again',
					value: 'repeat',
					description: 'The message surely goes out, but may arrive twice',
				},
			],
		},
		{
			displayName: 'Keep Connections Open',
			name: 'keepConnections',
			type: 'boolean',
			default: false,
			description:
				"Whether to send several messages over one connection, which takes less time and processor than a new one for each. Leaves n8n's proxy settings and its rules for outgoing requests (SSRF protection) aside.",
		},
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			default: DEFAULT_LONGEST_WAIT_SECONDS,
			typeOptions: { minValue: 0 },
			description:
				'How long one message may be repeated and waited for when Meta asks to slow down or stumbles, before its item fails',
		},
		{
			displayName: 'Messages per Second',
			name: 'messagesPerSecond',
			type: 'number',
			default: DEFAULT_PER_SECOND,
			typeOptions: { minValue: 1, maxValue: MAX_PER_SECOND },
			description:
				'What Meta allows for the sending number: 80 by default, 20 when it is also used in the WhatsApp Business app, 1,000 after an upgrade of its throughput. Shared by all executions in this n8n process; enter less when other systems send from the same number.',
		},
	],
};

/** How the messages of one run leave. */
export interface SendingOptions {
	perSecond: number;
	/** Milliseconds between the first and the last try of one request. */
	longestWaitMs: number;
	/** Whether a message is sent again when the first may have arrived. */
	repeatUnknown: boolean;
	keepConnections: boolean;
}

/** Reads the options once for all items; operations that send nothing have the defaults. */
export function readSendingOptions(context: IExecuteFunctions, sends: boolean): SendingOptions {
	const given = sends ? (context.getNodeParameter('sendingOptions', 0, {}) as IDataObject) : {};
	return {
		perSecond: number(given, 'messagesPerSecond', DEFAULT_PER_SECOND, 1, MAX_PER_SECOND),
		longestWaitMs: number(given, 'longestWait', DEFAULT_LONGEST_WAIT_SECONDS, 0) * 1000,
		repeatUnknown: given.unknownOutcome === 'repeat',
		keepConnections: given.keepConnections === true,
	};
}

function number(
	given: IDataObject,
	name: string,
	fallback: number,
	least: number,
	most?: number,
): number {
	const value = given[name];
	if (value === undefined || value === null || value === '') return fallback;
	const entered = Number(value);
	if (Number.isFinite(entered) && entered >= least && entered <= (most ?? entered)) return entered;
	const range = most === undefined ? `of ${least} or more` : `between ${least} and ${most}`;
	throw new InvalidInputError(
		`sendingOptions.${name}`,
		`"${String(value).slice(0, 60)}" is not a number ${range}`,
		`Enter a number ${range}, e.g. ${fallback}, or remove the option.`,
	);
}
