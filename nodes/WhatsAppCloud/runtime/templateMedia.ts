import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { isDataUrl, readTextFile } from '../../../cloud-api/media/dataUrl';
import { nameInUrl, shownFileName } from '../../../cloud-api/media/fileName';
import { typeOfName, type MediaType } from '../../../cloud-api/media/mediaTypes';
import { publicLink } from '../../../cloud-api/media/link';
import { MAX_GIF_BYTES } from '../../../cloud-api/templates/definition/sampleFiles';
import { isMediaId, type ParameterValues } from '../../../cloud-api/templates/parameters/values';
import { downloadLink } from './downloadedLink';
import type { InputFile } from './files';
import type { Call } from './operation';
import { judgeFile } from './resolveMedia';

/** Media ID of files that are not uploaded yet, to check all other values first. */
export const NOT_UPLOADED = '0';

/**
 * Returns the IDs of the media parameters whose value is a file to upload: the name of a binary field, a
 * `data:` URL, or a link if the option "Download Links First" is on. Other links and media IDs are sent.
 */
export function filesToUpload(call: Call, values: ParameterValues): string[] {
	return Object.entries(values)
		.filter(([id, value]) => isMediaId(id) && sourceOf(call, value) !== undefined)
		.map(([id]) => id);
}

/**
 * Returns the values with their files uploaded and their links checked. A document keeps the name of its
 * file unless another name is set.
 */
export async function withUploads(call: Call, values: ParameterValues): Promise<ParameterValues> {
	const done = { ...values };
	for (const [id, value] of Object.entries(values)) {
		if (!isMediaId(id) || value === '') continue;
		const name = String(values[`${id}.filename`] ?? '').trim();
		const source = sourceOf(call, value);
		const media = await named(call, id, async () =>
			source ? await upload(call, id, await source(), name) : asGiven(call, value, name),
		);
		done[id] = media.value;
		if (isDocument(id) && media.fileName) done[`${id}.filename`] = media.fileName;
	}
	return done;
}

type Source = () => InputFile | Promise<InputFile>;

/** How the file of a value is read, or undefined if it is not a file to upload. */
function sourceOf(call: Call, value: unknown): Source | undefined {
	if (typeof value !== 'string') return undefined;
	if (call.files.names().includes(value)) return () => call.files.input(value, fieldOf(call));
	if (isDataUrl(value))
		return () => {
			const { bytes, mimeType } = readTextFile(value, fieldOf(call));
			return call.files.fromBytes(bytes, { mimeType });
		};
	if (/^\s*https?:/i.test(value) && call.param.group('options').flag('downloadLinks'))
		return async () =>
			await downloadLink(call, publicLink(call.graph, value, fieldOf(call)), fieldOf(call));
	return undefined;
}

/** The parameter that contains the values. */
function fieldOf({ param }: Call): string {
	return param.text('parameterInput') === 'json' ? 'templateValues' : 'templateParameters';
}

interface Delivered {
	value: unknown;
	fileName?: string;
}

async function upload(call: Call, id: string, file: InputFile, name: string): Promise<Delivered> {
	if (id.endsWith('.gif') && (await file.size()) > MAX_GIF_BYTES)
		throw new InvalidInputError(
			fieldOf(call),
			`The GIF has more than ${MAX_GIF_BYTES / 1024 / 1024} MB`,
			'Use a shorter or smaller MP4 video.',
		);
	const judged = await judgeFile(call, file, fieldOf(call), {
		mediaType: mediaTypeOf(id),
		fileName: name,
	});
	const media = await judged.deliver();
	return { value: media.id, fileName: media.fileName };
}

function asGiven(call: Call, value: unknown, name: string): Delivered {
	const text = typeof value === 'string' ? value : '';
	if (!/^\s*https?:/i.test(text))
		return { value, ...(name && { fileName: shownFileName(name, '') }) };
	const link = publicLink(call.graph, text, fieldOf(call));
	const inUrl = nameInUrl(link);
	const fileName = shownFileName(name || inUrl, typeOfName(inUrl) ?? '');
	return { value: link, ...(fileName && { fileName }) };
}

/** Adds the parameter to errors about its file. */
async function named<T>(call: Call, id: string, work: () => Promise<T>): Promise<T> {
	return await work().catch(
		async (error: unknown) =>
			await Promise.reject(
				error instanceof InvalidInputError && error.field === fieldOf(call)
					? new InvalidInputError(
							error.field,
							`The file of "${id}": ${error.message}`,
							error.description,
						)
					: error,
			),
	);
}

/** A GIF header is an MP4 video. */
function mediaTypeOf(id: string): MediaType {
	const mediaType = id.split('.').pop();
	return mediaType === 'image' || mediaType === 'document' ? mediaType : 'video';
}

function isDocument(id: string): boolean {
	return id.endsWith('.document');
}
