import { useRef, useState } from 'preact/hooks';
import { say } from '../state/acts';

/** Audio types that WhatsApp accepts, in order of preference. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'];

/** Records the microphone; `onFile` gets the voice message. */
export function useRecorder(onFile: (file: File) => void) {
	const recorder = useRef<MediaRecorder | null>(null);
	const [recording, setRecording] = useState(false);
	const mimeType =
		typeof MediaRecorder === 'undefined' || !navigator.mediaDevices
			? undefined
			: TYPES.find((type) => MediaRecorder.isTypeSupported(type));

	const start = async () => {
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
			const active = new MediaRecorder(stream, { mimeType });
			const parts: Blob[] = [];
			active.ondataavailable = ({ data }) => parts.push(data);
			active.onstop = () => {
				for (const track of stream.getTracks()) track.stop();
				const type = (mimeType ?? '').split(';')[0];
				onFile(new File(parts, 'voice', { type }));
			};
			active.start();
			recorder.current = active;
			setRecording(true);
		} catch {
			say(
				'The microphone is not available. Allow it in the browser, or attach an audio file.',
				'bad',
			);
		}
	};
	const toggle = () => {
		if (!recording) return void start();
		recorder.current?.stop();
		setRecording(false);
	};
	return { supported: mimeType !== undefined, recording, toggle };
}
