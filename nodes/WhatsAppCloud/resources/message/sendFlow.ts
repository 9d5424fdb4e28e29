import { flowMessage } from '../../../../cloud-api/messages/flow';
import { body, footer } from '../../fields/bodyAndFooter';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
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
		{
			displayName: 'Identify Flow By',
			name: 'flowBy',
			type: 'options',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: 'Name', value: 'name' },
			],
			default: 'id',
			description: 'Whether to enter the ID or the name of the flow',
		},
		{
			displayName: 'Flow ID',
			name: 'flowId',
			type: 'string',
			required: true,
			displayOptions: { show: { flowBy: ['id'] } },
			default: '',
			placeholder: 'e.g. 1520381925392561',
			description: 'Find it in WhatsApp Manager → Flows',
		},
		{
			displayName: 'Flow Name',
			name: 'flowName',
			type: 'string',
			required: true,
			displayOptions: { show: { flowBy: ['name'] } },
			default: '',
			placeholder: 'e.g. appointment_booking',
			description: 'Find it in WhatsApp Manager → Flows',
		},
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
			description: 'Any text that identifies the flow. The trigger returns it with the answers.',
		},
		simplify,
		sendOptions({
			own: [
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
		const byName = param.choice('flowBy', ['id', 'name']) === 'name';
		const mode = options.choice('mode', ['draft', 'published']);
		const action = options.choice('action', ['navigate', 'data_exchange']);
		const content = await withHeader(call, (header) =>
			flowMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				flowId: byName ? undefined : param.text('flowId'),
				flowName: byName ? param.text('flowName') : undefined,
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
