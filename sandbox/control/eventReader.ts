import type { SandboxEvent } from './types';

/** Reads Server-Sent Events from a response body until it ends or is aborted. */
export async function readEvents(
	body: ReadableStream<Uint8Array>,
	onEvent: (event: SandboxEvent) => void,
): Promise<void> {
	const decoder = new TextDecoder();
	const reader = body.getReader();
	let text = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			text += decoder.decode(value, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const data = block
					.split('\n')
					.filter((line) => line.startsWith('data: '))
					.map((line) => line.slice('data: '.length))
					.join('\n');
				if (data) onEvent(JSON.parse(data) as SandboxEvent);
			}
		}
	} catch {
		// Aborted by the listener, or the sandbox has closed: there is nothing more to hear.
	}
}
