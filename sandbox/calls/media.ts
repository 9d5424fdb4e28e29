import { recordingObject, transcriptObject } from '../samples/calls';
import type { World } from '../world/world';
import { publishCall, type Call } from './store';

/** Sends the recording and the transcript of a call, as Meta does some time after its end. */
export async function publishMedia(world: World, call: Call): Promise<void> {
	const context = { world, number: call.number, customer: call.customer };
	publishCall(world, call, 'call_recording_available', {
		call_recording: { type: 'audio', audio: await recordingObject(context) },
	});
	publishCall(world, call, 'call_transcription_available', {
		call_transcript: { type: 'document', document: await transcriptObject(context) },
	});
}
