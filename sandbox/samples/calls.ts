import {
	contactEnvelope,
	mediaObject,
	timestamp,
	type MakeSample,
	type SampleContext,
} from './sample';

/** Ogg header with an Opus stream; no audio follows. */
const RECORDING = Buffer.concat([
	Buffer.from('OggS'),
	Buffer.alloc(24),
	Buffer.from('OpusHead'),
	Buffer.from([1, 1, 0, 0]),
]);

const TRANSCRIPT = {
	metadata: {
		processed_at: '2026-06-18T20:16:47Z',
		audio: { duration: 21.76, sample_rate: 16000, channels: 2, audio_format: 'stereo' },
	},
	transcript: {
		text: '[Business] Good morning. [Customer] Two loaves, please.',
		language: 'en',
		duration: 21.76,
		confidence: 0.83,
		segments: [
			{ id: 1, speaker: 'Business', channel: 0, start: 1.1, end: 2.4, text: 'Good morning.' },
			{ id: 2, speaker: 'Customer', channel: 1, start: 3.6, end: 5.7, text: 'Two loaves, please.' },
		],
	},
};

/** The media object of a recording. */
export async function recordingObject(context: SampleContext) {
	return await mediaObject(context, RECORDING, 'audio/ogg');
}

/** The media object of a transcript. */
export async function transcriptObject(context: SampleContext) {
	const bytes = Buffer.from(JSON.stringify(TRANSCRIPT));
	return await mediaObject(context, bytes, 'application/json');
}

function call(context: SampleContext, content: object, beside: object = {}) {
	const { world, number, customer } = context;
	return {
		field: 'calls',
		value: {
			...contactEnvelope(context),
			calls: [
				{
					id: `wacid.${world.ids.trace()}`,
					from: customer.waId,
					from_user_id: customer.userId,
					to: number.digits,
					timestamp: timestamp(context),
					...content,
				},
			],
			...beside,
		},
	};
}

/** Calling (Meta's pages "Calling API": webhooks, call recording, call transcription). */
export const callSamples: Record<string, MakeSample> = {
	call_connect: (context) =>
		call(context, {
			event: 'connect',
			direction: 'USER_INITIATED',
			session: { sdp_type: 'offer', sdp: 'v=0\r\n' },
		}),
	call_terminate: (context) =>
		call(context, {
			event: 'terminate',
			direction: 'USER_INITIATED',
			status: 'COMPLETED',
			start_time: String(context.world.clock.seconds() - 60),
			end_time: timestamp(context),
			duration: 60,
		}),
	call_failed: (context) =>
		call(
			context,
			{ event: 'terminate', direction: 'BUSINESS_INITIATED', status: 'FAILED' },
			{
				errors: [
					{
						code: 138021,
						message: 'Receiver has not answered',
						href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes',
						error_data: { details: 'The recipient did not answer the call.' },
					},
				],
			},
		),
	call_status: (context) => ({
		field: 'calls',
		value: {
			...contactEnvelope(context),
			statuses: [
				{
					id: `wacid.${context.world.ids.trace()}`,
					type: 'call',
					status: 'RINGING',
					timestamp: timestamp(context),
					recipient_id: context.customer.waId,
				},
			],
		},
	}),
	call_recording: async (context) =>
		call(context, {
			event: 'call_recording_available',
			call_recording: {
				type: 'audio',
				audio: await recordingObject(context),
			},
		}),
	call_transcription: async (context) =>
		call(context, {
			event: 'call_transcription_available',
			call_transcript: {
				type: 'document',
				document: await transcriptObject(context),
			},
		}),
};
