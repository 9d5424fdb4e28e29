import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { encryptAnswer } from '../../../../cloud-api/flows/endpoint/exchangeCrypto';
import { endOfFlow, nextScreen } from '../../../../cloud-api/flows/endpoint/protocol';
import { isRecord } from '../../../../cloud-api/values/reading';
import {
	ANSWER_HEADER,
	ANSWER_WITHIN_MS,
	openExchange,
	type Exchange,
} from '../../../shared/flowExchange';
import type { Values } from '../../../shared/values';
import { optionsCollection } from '../../fields/options';
import type { Call, Operation } from '../../runtime/operation';

const TRIGGER = /\.whatsAppCloudFlowTrigger$/;

function valueFields(
	label: string,
	name: string,
	answer: string,
	description: string,
): INodeProperties[] {
	const show = { answer: [answer] };
	return [
		{
			displayName: `Define ${label}`,
			name: `${name}Input`,
			type: 'options',
			displayOptions: { show },
			options: [
				{ name: 'Using Fields Below', value: 'form' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'form',
			description: `How to enter the ${label.toLowerCase()}`,
		},
		{
			displayName: label,
			name,
			type: 'fixedCollection',
			placeholder: 'Add value',
			typeOptions: { multipleValues: true, sortable: true },
			displayOptions: { show: { ...show, [`${name}Input`]: ['form'] } },
			default: {},
			description,
			options: [
				{
					displayName: 'Value',
					name: 'value',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. free_times',
							description: 'As the screen declares it in the Flow JSON',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							description: 'Text, or an expression that returns a number, a list, or an object',
						},
					],
				},
			],
		},
		{
			displayName: `${label} (JSON)`,
			name: `${name}Json`,
			type: 'json',
			displayOptions: { show: { ...show, [`${name}Input`]: ['json'] } },
			default: '{}',
			description,
		},
	];
}

export const respond: Operation = {
	name: 'Respond',
	value: 'respond',
	action: 'Respond to a flow',
	description:
		'Answer a customer who uses a flow with an endpoint: show a screen, end the flow, or say that the form is no longer valid. The workflow must start with the Flow Trigger.',
	fields: [
		{
			displayName: 'Answer',
			name: 'answer',
			type: 'options',
			options: [
				{
					name: 'End Flow',
					value: 'end',
					description: 'Close the flow. The customer sends an answer message with the values.',
				},
				{
					name: 'Show Screen',
					value: 'screen',
					description: 'Show the next screen, or the same screen with an error message',
				},
				{
					name: 'Token Invalid',
					value: 'invalid',
					description: 'Close the flow and disable its button, e.g. because the order is placed',
				},
			],
			default: 'screen',
			description: 'What the customer sees',
		},
		{
			displayName: 'Screen',
			name: 'screen',
			type: 'string',
			displayOptions: { show: { answer: ['screen'] } },
			default: '',
			placeholder: 'e.g. TIME',
			description: 'ID of the screen to show. Default: the screen the customer is on.',
		},
		{
			displayName: 'Error Message',
			name: 'errorMessage',
			type: 'string',
			displayOptions: { show: { answer: ['screen'] } },
			default: '',
			placeholder: 'e.g. This time is no longer free. Please choose another one.',
			description: 'Shown on the screen, e.g. why an entry is not accepted',
		},
		...valueFields('Data', 'data', 'screen', 'Values that the screen declares in its data'),
		...valueFields(
			'Values',
			'values',
			'end',
			'Values of the answer message. The flow token is added.',
		),
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			displayOptions: { show: { answer: ['invalid'] } },
			default: 'This form is no longer valid.',
			description: 'Shown to the customer',
		},
		optionsCollection([
			{
				displayName: 'Exchange',
				name: 'exchange',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.exchange }}',
				description:
					'The field "exchange" of the trigger\'s item. Default: that of the Flow Trigger before this node.',
			},
		]),
	],
	async run(call) {
		const { param, context } = call;
		const exchange = exchangeOf(call);
		const late = Date.now() - exchange.receivedAt;
		if (late > ANSWER_WITHIN_MS)
			throw new InvalidInputError(
				'answer',
				`The answer came after ${(late / 1000).toFixed(1)} seconds. WhatsApp waits 10 seconds, so the customer has seen an error`,
				'Make the workflow faster: respond before slow steps, and move them behind this node.',
			);
		const answer = answerOf(param, exchange);
		const [body, statusCode, type] =
			'invalid' in answer
				? [JSON.stringify({ error_msg: answer.invalid }), 427, 'application/json']
				: [encryptAnswer(answer.json, exchange), 200, 'text/plain'];
		await context.sendResponse({
			body: body as unknown as IDataObject,
			headers: { 'content-type': type, [ANSWER_HEADER]: '1' },
			statusCode: Number(statusCode),
		});
		return {
			answer: param.text('answer') || 'screen',
			...('json' in answer && (answer.json as IDataObject)),
			milliseconds: late,
		};
	},
};

function answerOf(
	param: Values,
	{ screen, flowToken }: Exchange,
): { json: Record<string, unknown> } | { invalid: string } {
	switch (param.text('answer')) {
		case 'invalid':
			return { invalid: param.text('message') };
		case 'end':
			return { json: endOfFlow(flowToken, valuesOf(param, 'values')) };
		default:
			return {
				json: nextScreen(
					param.text('screen').trim() || (screen ?? ''),
					valuesOf(param, 'data'),
					param.text('errorMessage'),
				),
			};
	}
}

function valuesOf(param: Values, name: string): Record<string, unknown> {
	if (param.text(`${name}Input`) === 'json') return param.object(`${name}Json`) ?? {};
	const given = param.raw(name);
	if (isRecord(given) && !Array.isArray(given.value) && Object.keys(given).length > 0)
		return param.object(name) ?? {};
	return Object.fromEntries(
		param
			.rows(name, 'value')
			.filter((row) => row.has('name') || row.has('value'))
			.map((row) => {
				const key = row.text('name').trim();
				if (key !== '') return [key, row.raw('value') ?? ''];
				throw new InvalidInputError(
					row.pathOf('name'),
					'A value has no name',
					'Enter the name that the screen declares.',
				);
			}),
	);
}

/** The exchange of the option, or of the trigger before this node. */
function exchangeOf({ param, context, credential, itemIndex }: Call): Exchange {
	const sealed = param.group('options').text('exchange').trim() || fromTrigger(context, itemIndex);
	if (sealed === '')
		throw new InvalidInputError(
			'options.exchange',
			'There is no Flow Trigger before this node',
			'Start the workflow with the WhatsApp Cloud API Flow Trigger, or enter the field "exchange" of its item in Options → Exchange.',
		);
	const exchange = openExchange(sealed, [credential.appSecret, credential.previousAppSecret]);
	if (exchange) return exchange;
	throw new InvalidInputError(
		'options.exchange',
		'The exchange of the Flow Trigger cannot be opened with the credential of this node',
		'Use the same credential in both nodes.',
	);
}

function fromTrigger(context: Call['context'], itemIndex: number): string {
	const trigger = context
		.getParentNodes(context.getNode().name)
		.find(({ type, disabled }) => TRIGGER.test(type) && !disabled);
	if (!trigger) return '';
	const name = JSON.stringify(trigger.name);
	const value = context.evaluateExpression(`{{ $(${name}).first().json.exchange }}`, itemIndex);
	return typeof value === 'string' ? value : '';
}
