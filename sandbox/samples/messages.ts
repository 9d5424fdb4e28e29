import {
	contactEnvelope,
	mediaObject,
	PIXEL,
	timestamp,
	type MakeSample,
	type Sample,
	type SampleContext,
} from './sample';

function message(context: SampleContext, content: object): Sample {
	const { world, customer } = context;
	return {
		field: 'messages',
		value: {
			...contactEnvelope(context),
			messages: [
				{
					from: customer.waId,
					from_user_id: customer.userId,
					id: world.ids.message(customer.waId),
					timestamp: timestamp(context),
					...content,
				},
			],
		},
	};
}

/** Rare messages (Meta's pages "messages webhook" and "Flows: media upload"), and the dashboard's test. */
export const messageSamples: Record<string, MakeSample> = {
	payment_method: (context) =>
		message(context, {
			type: 'interactive',
			interactive: {
				type: 'payment_method',
				payment_method: {
					payment_method: 'card',
					reference_id: 'order-7',
					last_four_digits: '4242',
					credential_id: 'credential-1',
					time: timestamp(context),
				},
			},
		}),
	flow_files: async (context) => {
		const { url: _url, ...file } = await mediaObject(context, PIXEL, 'image/png');
		void _url;
		return message(context, {
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'flow',
					body: 'Sent',
					response_json: JSON.stringify({
						flow_token: 'sandbox-flow',
						photo_picker: [{ file_name: 'cake.png', ...file }],
					}),
				},
			},
		});
	},
	two_senders_one_contact: (context) => {
		const { field, value } = message(context, { type: 'text', text: { body: 'First' } });
		const [first] = value.messages as object[];
		const second = {
			from: '15550100299',
			from_user_id: 'US.1000000000000000299',
			id: context.world.ids.message('15550100299'),
			timestamp: timestamp(context),
			type: 'text',
			text: { body: 'Second' },
		};
		return { field, value: { ...value, messages: [first, second] } };
	},
	marketing_link_click: (context) => {
		const { messages: _messages, ...value } = message(context, {}).value;
		void _messages;
		return {
			field: 'messages',
			value: {
				...value,
				user_actions: [
					{
						action_type: 'marketing_messages_link_click',
						timestamp: timestamp(context),
						marketing_messages_link_click_data: { click_component: 'cta', click_id: 'click-1' },
					},
				],
			},
		};
	},
	/** The Test button of the app dashboard: its account, number, and person do not exist. */
	dashboard_test: () => ({
		field: 'messages',
		testEntryId: '0',
		value: {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
			contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
			messages: [
				{
					from: '16315551181',
					id: 'ABGGFlA5Fpa',
					timestamp: '1504902988',
					type: 'text',
					text: { body: 'this is a text message' },
				},
			],
		},
	}),
};
