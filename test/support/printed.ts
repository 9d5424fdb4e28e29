/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
type Write = typeof process.stdout.write;

/** Returns what is written to standard output and standard error (including n8n's log) while `work` runs. */
export async function printed<T>(work: () => Promise<T>): Promise<{ value: T; text: string }> {
	let text = '';
	const streams = [process.stdout, process.stderr];
	const originals = streams.map((stream) => stream.write.bind(stream) as Write);
	streams.forEach((stream, index) => {
		stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
			text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
			return originals[index](chunk, ...rest);
		}) as Write;
	});
	try {
		const value = await work();
		return { value, text };
	} finally {
		streams.forEach((stream, index) => {
			stream.write = originals[index];
		});
	}
}
