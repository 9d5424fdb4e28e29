/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../state/acts';

/** Audio types that WhatsApp accepts, in order of preference. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'];

/** Records the microphone; `onFile` gets the voice message. */
export function useRecorder(onFile: (file: File) => void) {
	const recorder = useRef<MediaRecorder | null>(null);
	const [recording, setRecording] = useState(false);
	const [seconds, setSeconds] = useState(0);
	const cancelled = useRef(false);
	const mimeType =
		typeof MediaRecorder === 'undefined' || !navigator.mediaDevices
			? undefined
			: TYPES.find((type) => MediaRecorder.isTypeSupported(type));

	useEffect(() => {
		if (!recording) return undefined;
		const started = Date.now();
		setSeconds(0);
		const timer = setInterval(() => setSeconds(Math.floor((Date.now() - started) / 1000)), 250);
		return () => clearInterval(timer);
	}, [recording]);

	const start = async () => {
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
			const active = new MediaRecorder(stream, { mimeType });
			const parts: Blob[] = [];
			active.ondataavailable = ({ data }) => parts.push(data);
			active.onstop = () => {
				for (const track of stream.getTracks()) track.stop();
				if (cancelled.current) return;
				const type = (mimeType ?? '').split(';')[0];
				onFile(new File(parts, 'voice', { type }));
			};
			cancelled.current = false;
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
	const stop = (discard: boolean) => {
		cancelled.current = discard;
		recorder.current?.stop();
		setRecording(false);
	};
	return {
		supported: mimeType !== undefined,
		recording,
		seconds,
		toggle: () => (recording ? stop(false) : void start()),
		cancel: () => stop(true),
	};
}
