import { CloudApiError, InvalidInputError, UnexpectedAnswerError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { isTrustedUrl } from '../hosts';
import type { TransportResponse } from '../transport';
import { shortened } from '../values/reading';
import { nameInDisposition, nameInUrl } from './fileName';
import { HEAD_LENGTH } from './sniff';

/** An open link. Read or destroy its stream. */
export interface OpenLink {
	/** As the server declares it. */
	declaredType?: string;
	/** Bytes, if the server declares them. */
	size?: number;
	/** From the `Content-Disposition` header, otherwise from the URL. */
	fileName: string;
	stream: ByteStream;
}

/** A Node stream, as far as it is used here; shipped code may not import `stream`. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	map(change: (chunk: Uint8Array) => Uint8Array): ByteStream;
	destroy(): void;
}

/** Pages that services show instead of the shared file, and the fix for each. */
const SHARE_PAGES: ReadonlyArray<[pattern: RegExp, fix: string]> = [
	[
		/^https?:\/\/(drive|docs)\.google\.com\/(file\/d\/|open\?|document\/d\/|spreadsheets\/d\/|presentation\/d\/)(?!.*(export=|\/export))/i,
		'Use https://drive.google.com/uc?export=download&id=<file ID>, or load the file with the Google Drive node and send it as a binary file.',
	],
	[
		/^https?:\/\/(www\.)?dropbox\.com\/(?!.*[?&](dl|raw)=1)/i,
		'Replace dl=0 with dl=1 at the end of the link.',
	],
	[
		/^https?:\/\/(1drv\.ms\/|onedrive\.live\.com\/(?!download)|[\w-]+(-my)?\.sharepoint\.com\/:)/i,
		'Use the download link of the file, or load it with the Microsoft OneDrive node and send it as a binary file.',
	],
	[
		/^https?:\/\/(www\.)?(youtube\.com\/watch|youtu\.be\/|instagram\.com\/|facebook\.com\/|tiktok\.com\/)/i,
		'A page with a video is not a video file. Send its link in a text message.',
	],
];

/**
 * Returns the URL of a public file after checking it before anything is requested: one link, scheme, pages of sharing
 * services, and files of Meta that need the access token. Encodes spaces.
 *
 * @throws InvalidInputError for the parameter `field`
 */
export function publicLink(graph: GraphApi, entered: string, field: string): string {
	const visible = entered.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
	if (/ https?:\/\//i.test(visible))
		throw new InvalidInputError(
			field,
			'The text contains more than one link',
			'Enter one link. To send several files, give each of them an item.',
		);
	const link = visible.replace(/ /g, '%20');
	if (!/^https?:\/\/[^\s/]+\S*$/i.test(link) || !parses(link))
		throw new InvalidInputError(
			field,
			link === '' ? 'The link is empty' : `"${shortened(visible)}" is not a web address`,
			'Enter a complete URL that starts with https:// or http://.',
		);
	const fix = SHARE_PAGES.find(([pattern]) => pattern.test(link))?.[1];
	if (fix !== undefined)
		throw new InvalidInputError(
			field,
			'The link opens a web page that shows the file, not the file',
			fix,
		);
	if (isTrustedUrl(link, graph.baseUrl))
		throw new InvalidInputError(
			field,
			'The link points to a file at Meta, which requires the access token',
			'Choose "Media ID" as the source, or download the file with Media → Download first.',
		);
	return link;
}

/**
 * Opens a public file without any authentication.
 *
 * @throws InvalidInputError for the parameter `field` if the link cannot be opened; nothing has been sent then
 */
export async function openLink(graph: GraphApi, link: string, field: string): Promise<OpenLink> {
	const url = publicLink(graph, link, field);
	const response = await graph.open(url, field).catch(async (error: unknown) => {
		if (error instanceof InvalidInputError || !(error instanceof CloudApiError))
			return await Promise.reject(error);
		throw unopened(
			url,
			field,
			error instanceof UnexpectedAnswerError
				? `its server answered with HTTP ${error.status}`
				: error.message,
		);
	});
	const stream = response.body as ByteStream;
	return { ...describe(url, response), stream };
}

/** Reads the beginning of a public file. See {@link openLink} for errors. */
export async function inspectLink(
	graph: GraphApi,
	link: string,
	field: string,
): Promise<Omit<OpenLink, 'stream'> & { head: Uint8Array }> {
	const { stream, ...facts } = await openLink(graph, link, field);
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= HEAD_LENGTH) break;
	}
	stream.destroy();
	return { ...facts, head: Buffer.concat(chunks).subarray(0, HEAD_LENGTH) };
}

function describe(link: string, { headers }: TransportResponse): Omit<OpenLink, 'stream'> {
	const size = Number(headers['content-length']);
	const known = headers['content-length'] !== undefined && Number.isFinite(size);
	return {
		declaredType: headers['content-type'],
		...(known && headers['content-encoding'] === undefined && { size }),
		fileName: nameInDisposition(headers['content-disposition']) || nameInUrl(link),
	};
}

function unopened(link: string, field: string, reason: string): InvalidInputError {
	return new InvalidInputError(
		field,
		`The link to ${new URL(link).host} cannot be opened: ${reason}`,
		'Nothing was sent. Check that the link opens without a login, even from outside your network.',
	);
}

function parses(link: string): boolean {
	try {
		return new URL(link).hostname !== '';
	} catch {
		return false;
	}
}
