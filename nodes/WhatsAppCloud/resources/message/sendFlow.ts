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
		'Send a text with a button that opens a Flow, a form inside WhatsApp. The answers come back through the trigger.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Flow By',
			name: 'flowBy',
			type: 'options',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: 'Name', value: 'name' },
			],
			default: 'id',
		},
		{
			displayName: 'Flow ID',
			name: 'flowId',
			type: 'string',
			required: true,
			displayOptions: { show: { flowBy: ['id'] } },
			default: '',
			placeholder: 'e.g. 1520381925392561',
			description: 'Shown in WhatsApp Manager → Flows',
		},
		{
			displayName: 'Flow Name',
			name: 'flowName',
			type: 'string',
			required: true,
			displayOptions: { show: { flowBy: ['name'] } },
			default: '',
			placeholder: 'e.g. appointment_booking',
			description: 'Shown in WhatsApp Manager → Flows',
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
			description: 'Up to 30 characters (20 are safe on small phones), without emoji',
		},
		{
			displayName: 'Flow Token',
			name: 'flowReference',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-4711',
			description: 'Your own text that comes back with the answers, to tell what they belong to',
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
					description: 'ID of the screen to open. By default the first of the Flow.',
				},
				{
					displayName: 'First Screen Comes From',
					name: 'action',
					type: 'options',
					options: [
						{ name: 'The Endpoint of the Flow', value: 'data_exchange' },
						{ name: 'This Message', value: 'navigate' },
					],
					default: 'navigate',
				},
				{
					displayName: 'Mode',
					name: 'mode',
					type: 'options',
					options: [
						{ name: 'Draft', value: 'draft', description: 'Send a Flow that is not published yet' },
						{ name: 'Published', value: 'published' },
					],
					default: 'published',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const mode = options.choice('mode', ['draft', 'published']);
		const action = options.choice('action', ['navigate', 'data_exchange']);
		const content = await withHeader(call, (header) =>
			flowMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				flowId: param.text('flowId'),
				flowName: param.text('flowName'),
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
