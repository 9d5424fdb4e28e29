import { UnexpectedAnswerError } from '../errors/cloudApiError';
import { textOf } from '../answers';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import type { TransportResponse } from '../transport';
import { cleanFileName, nameInDisposition } from './fileName';
import { extensionOf } from './mediaTypes';

export interface MediaInfo {
	id: string;
	/** Valid for 5 minutes, and only with the access token. */
	url: string;
	mimeType: string;
	/** Hex. */
	sha256: string;
	/** Bytes. */
	size: number;
}

/** Returns information about a media ID. IDs from webhooks expire after 7 days, uploaded ones after 30 days. */
export async function getMedia(
	graph: GraphApi,
	mediaId: string,
	{ phoneNumberId }: { phoneNumberId?: string } = {},
): Promise<MediaInfo> {
	const answer = await graph.get(mediaPath(mediaId), { phone_number_id: phoneNumberId });
	return {
		id: textOf(answer.id) ?? mediaId,
		url: textOf(answer.url) ?? '',
		mimeType: textOf(answer.mime_type) ?? '',
		sha256: textOf(answer.sha256) ?? '',
		// Meta returns it as text.
		size: Number(textOf(answer.file_size) ?? 0) || 0,
	};
}

export interface DownloadedMedia extends MediaInfo {
	fileName: string;
	/** A Node stream, not yet read. */
	body: unknown;
}

/** Opens a file by its media ID. Requests a new URL once if the first one has expired. */
export async function downloadMedia(
	graph: GraphApi,
	mediaId: string,
	options: { phoneNumberId?: string } = {},
): Promise<DownloadedMedia> {
	const open = async () => {
		const info = await getMedia(graph, mediaId, options);
		return { info, response: await graph.download(info.url) };
	};
	const { info, response } = await open().catch(async (error: unknown) =>
		error instanceof UnexpectedAnswerError && error.status === 404
			? await open()
			: await Promise.reject(error),
	);
	return { ...info, fileName: fileNameOf(info, response), body: response.body };
}

/** Deletes an uploaded file. */
export async function deleteMedia(
	graph: GraphApi,
	mediaId: string,
	{ phoneNumberId }: { phoneNumberId?: string } = {},
): Promise<void> {
	await graph.delete(mediaPath(mediaId), { query: { phone_number_id: phoneNumberId } });
}

function mediaPath(mediaId: string): string {
	return graphId(mediaId, 'mediaId', 'The media ID');
}

function fileNameOf({ id, mimeType }: MediaInfo, { headers }: TransportResponse): string {
	const name = cleanFileName(nameInDisposition(headers['content-disposition']));
	return name || `${id}.${extensionOf(mimeType)}`;
}
