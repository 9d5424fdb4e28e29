import type { MessageContent } from '../../../../cloud-api/messages/content';
import type { Header } from '../../../../cloud-api/messages/interactive';
import type { Call } from '../../runtime/operation';
import { resolveMedia } from '../../runtime/resolveMedia';

/**
 * Returns content with the header of the form. All other parameters are checked before the file of the
 * header is uploaded.
 */
export async function withHeader(
	call: Call,
	content: (header: Header | undefined) => MessageContent,
): Promise<MessageContent> {
	const type = call.param.text('header');
	if (isFile(type)) content({ type, media: { id: 'not-uploaded-yet' } });
	return content(await headerOf(call));
}

async function headerOf(call: Call): Promise<Header | undefined> {
	const { param } = call;
	const type = param.text('header');
	if (type === 'text') return { type, text: param.text('headerText') };
	if (!isFile(type)) return undefined;
	const media = await resolveMedia(call, {
		mediaType: type,
		prefix: 'headerMedia',
		fileName: type === 'document' ? param.text('headerFileName') : undefined,
	});
	return { type, media };
}

function isFile(type: string): type is 'image' | 'video' | 'document' {
	return type === 'image' || type === 'video' || type === 'document';
}

/** Returns the header of a message that allows only text headers. */
export function textHeaderOf({ param }: Call): { type: 'text'; text: string } | undefined {
	const text = param.text('headerText');
	return text === '' ? undefined : { type: 'text', text };
}
