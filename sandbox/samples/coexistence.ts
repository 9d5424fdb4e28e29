import {
	contactEnvelope,
	envelopeOf,
	mediaObject,
	PIXEL,
	timestamp,
	type MakeSample,
	type SampleContext,
} from './sample';

/** Header of a message echo: written by the business in the WhatsApp Business app. */
function echo(context: SampleContext) {
	const { world, number, customer } = context;
	return {
		from: number.digits,
		to: customer.waId,
		to_user_id: customer.userId,
		id: world.ids.message(customer.waId),
		timestamp: timestamp(context),
	};
}

function echoes(context: SampleContext, message: object) {
	return {
		field: 'smb_message_echoes',
		value: { ...contactEnvelope(context), message_echoes: [{ ...echo(context), ...message }] },
	};
}

function stateSync(context: SampleContext, action: 'add' | 'remove') {
	const { name, waId } = context.customer;
	return {
		field: 'smb_app_state_sync',
		value: {
			...envelopeOf(context),
			state_sync: [
				{
					type: 'contact',
					contact: {
						phone_number: waId,
						...(action === 'add' ? { full_name: name, first_name: name.split(' ')[0] } : {}),
					},
					action,
					metadata: { timestamp: timestamp(context) },
				},
			],
		},
	};
}

/** The wamid that a placeholder in a thread and its media share. */
const placeholderId = ({ customer }: SampleContext) =>
	`wamid.${Buffer.from(`history ${customer.waId}`).toString('base64')}`;

/** Coexistence (Meta's pages "Onboarding WhatsApp Business app users", history, smb_*). */
export const coexistenceSamples: Record<string, MakeSample> = {
	history_thread: (context) => {
		const { world, number, customer } = context;
		const history_context = { status: 'READ' };
		const id = () => world.ids.message(customer.waId);
		const at = timestamp(context);
		return {
			field: 'history',
			value: {
				...envelopeOf(context),
				history: [
					{
						metadata: { phase: 0, chunk_order: 1, progress: 55 },
						threads: [
							{
								id: customer.waId,
								context: { wa_id: customer.waId, user_id: customer.userId },
								messages: [
									{
										from: customer.waId,
										from_user_id: customer.userId,
										id: id(),
										timestamp: at,
										type: 'text',
										text: { body: 'Do you have sourdough?' },
										history_context,
									},
									{
										from: number.digits,
										to: customer.waId,
										to_user_id: customer.userId,
										id: id(),
										timestamp: at,
										type: 'text',
										text: { body: 'Every morning.' },
										history_context,
									},
									{
										from: customer.waId,
										id: placeholderId(context),
										timestamp: at,
										type: 'media_placeholder',
										history_context,
									},
								],
							},
						],
					},
				],
			},
		};
	},
	history_media: async (context) => ({
		field: 'history',
		value: {
			...contactEnvelope(context),
			messages: [
				{
					from: context.customer.waId,
					id: placeholderId(context),
					timestamp: timestamp(context),
					type: 'image',
					image: { caption: 'Like this one', ...(await mediaObject(context, PIXEL, 'image/png')) },
				},
			],
		},
	}),
	history_declined: (context) => ({
		field: 'history',
		value: {
			...envelopeOf(context),
			history: [
				{
					errors: [
						{
							code: 2593109,
							title: 'History sharing is turned off by the business from the WhatsApp Business app',
							message:
								'History sharing is turned off by the business from the WhatsApp Business app',
							error_data: { details: 'History sharing is turned off by the business' },
						},
					],
				},
			],
		},
	}),
	message_echo: (context) => echoes(context, { type: 'text', text: { body: 'See you at eight' } }),
	message_echo_image: async (context) =>
		echoes(context, {
			type: 'image',
			image: { caption: 'Fresh', ...(await mediaObject(context, PIXEL, 'image/png')) },
		}),
	message_echo_edit: (context) =>
		echoes(context, {
			type: 'edit',
			edit: {
				original_message_id: context.world.ids.message(context.customer.waId),
				message: { type: 'text', text: { body: 'See you at nine' } },
			},
		}),
	message_echo_revoke: (context) =>
		echoes(context, {
			type: 'revoke',
			revoke: { original_message_id: context.world.ids.message(context.customer.waId) },
		}),
	contact_added: (context) => stateSync(context, 'add'),
	contact_removed: (context) => stateSync(context, 'remove'),
};
