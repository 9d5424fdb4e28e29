import type { Sandbox } from '../../../sandbox';
import type { MessageView } from '../../../sandbox/control/types';
import { waitFor } from '../../../n8n-server/waitFor';

/** The text of an outgoing text message. */
export function textOf({ direction, content }: MessageView): unknown {
	const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
	return direction === 'outgoing' && isObject ? content.body : undefined;
}

/** Waits until the business has written this text to the customer; n8n may be slow on a busy machine. */
export async function expectText(
	{ control }: Pick<Sandbox, 'control'>,
	customer: string,
	text: string,
	details: () => string,
): Promise<MessageView> {
	return await waitFor(
		`"${text}" on the phone of ${customer}`,
		async () => (await control.messages({ customer })).find((message) => textOf(message) === text),
		{ timeoutMs: 60_000, details },
	);
}
