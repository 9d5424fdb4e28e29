import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { flowMessage } from '../../../../cloud-api/messages/flow';
import { body, footer } from '../../fields/bodyAndFooter';
import { flowToSend } from '../../fields/flow';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { isRecord } from '../../../../cloud-api/values/reading';
import { withHeader } from './header';
import { sendAndTell } from './send';

export const sendFlow: Operation = {
	name: 'Send Flow',
	value: 'sendFlow',
	action: 'Send a flow',
	description:
		'Send a message with a button that opens a flow, a form inside WhatsApp. The trigger receives the answers.',
	sends: true,
	fields: [
		sender,
		recipient,
		flowToSend,
		...headerFields,
		body,
		footer,
		{
			displayName: 'Button Text',
			name: 'cta',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Book now',
			description:
				'Label of the button, up to 30 characters without emoji. Small screens may truncate it after 20.',
		},
		{
			displayName: 'Flow Token',
			name: 'flowReference',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-4711',
			description:
				'Any text that identifies this message. The trigger returns it with the answers.',
		},
		simplify,
		sendOptions({
			extra: [
				{
					displayName: 'Data',
					name: 'data',
					type: 'json',
					default: '{\n  "name": "Ada"\n}',
					description: 'Values for the first screen, as a JSON object',
				},
				{
					displayName: 'First Screen',
					name: 'screen',
					type: 'string',
					default: '',
					placeholder: 'e.g. WELCOME',
					description: 'ID of the screen to open. Defaults to the first screen of the flow.',
				},
				{
					displayName: 'First Screen Source',
					name: 'action',
					type: 'options',
					options: [
						{ name: 'Flow Endpoint', value: 'data_exchange' },
						{ name: 'This Message', value: 'navigate' },
					],
					default: 'navigate',
					description: 'Where the first screen and its values come from',
				},
				{
					displayName: 'Mode',
					name: 'mode',
					type: 'options',
					options: [
						{ name: 'Draft', value: 'draft', description: 'Send a flow that is not published yet' },
						{ name: 'Published', value: 'published' },
					],
					default: 'published',
					description: 'Which version of the flow to send',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const named = param.locator('flow');
		if (named === '')
			throw new InvalidInputError(
				'flow',
				'There is no flow',
				'Choose a flow, or enter its ID or name.',
			);
		const byName = isByName(param.raw('flow'), named);
		const mode = options.choice('mode', ['draft', 'published']);
		const action = options.choice('action', ['navigate', 'data_exchange']);
		const content = await withHeader(call, (header) =>
			flowMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				flowId: byName ? undefined : named,
				flowName: byName ? named : undefined,
				cta: param.text('cta'),
				flowToken: param.text('flowReference'),
				...(mode && { mode }),
				...(action && { action }),
				screen: options.text('screen'),
				data: options.object('data'),
			}),
		);
		return await sendAndTell(call, content);
	},
};

/** An expression in place of the whole parameter yields an ID or a name. */
function isByName(locator: unknown, value: string): boolean {
	return isRecord(locator) ? locator.mode === 'name' : value !== '' && !/^\d+$/.test(value);
}
