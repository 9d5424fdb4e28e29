import { readTextFile } from '../../../cloud-api/media/dataUrl';
import { getMedia } from '../../../cloud-api/media/file';
import { nameInUrl, shownFileName } from '../../../cloud-api/media/fileName';
import { mediaTypeOf, typeOfName, type MediaType } from '../../../cloud-api/media/mediaTypes';
import { inspectLink, publicLink } from '../../../cloud-api/media/link';
import { planMedia, type IfRejected, type Plan } from '../../../cloud-api/media/plan';
import type { MediaReference } from '../../../cloud-api/messages/mediaReference';
import { mediaFieldNames } from '../fields/mediaSource';
import { downloadLink } from './downloadedLink';
import type { InputFile } from './files';
import { planFile, uploadFile } from './judgedFile';
import type { Call } from './operation';
import { recipientOf } from './recipient';
import { signedLink } from './signedLink';

/** How a file is sent, before anything is uploaded. */
export interface JudgedMedia {
	/** As the media type, or as a link in a text message. */
	as: MediaType | 'link';
	/** Why it is not sent as the chosen media type. */
	reason?: string;
	/** Uploads the file if needed and returns what the message refers to. */
	deliver(): Promise<MediaReference>;
}

export interface ResolveOptions {
	/** `auto` chooses the media type of the file. */
	mediaType: MediaType | 'auto';
	/** Prefix of the parameter names; see `mediaSource`. */
	prefix?: string;
	/** Reads a parameter; by default one of the node. */
	read?: (name: string) => string;
	ifRejected?: IfRejected;
	/** Hours until a link to a binary file expires. */
	linkHours?: number;
	voice?: boolean;
	/** The name that the recipient sees; by default the name of the file. */
	fileName?: string;
}

/** Judges the file of the form and returns how it is sent. Nothing is uploaded yet. */
export async function judgeMedia(call: Call, options: ResolveOptions): Promise<JudgedMedia> {
	const { prefix = 'media', read = (name) => call.param.text(name) } = options;
	const names = mediaFieldNames(prefix);
	switch (read(names.source)) {
		case 'id':
			return await judgeId(call, read(names.id).trim(), options);
		case 'link':
			return await judgeLink(call, read(names.link), names.link, options);
		case 'download': {
			const link = publicLink(call.graph, read(names.link), names.link);
			const file = await downloadLink(call, link, names.link);
			return await judgeFile(call, file, names.link, { ...options, address: link });
		}
		case 'base64': {
			const { bytes, mimeType } = readTextFile(read(names.data), names.data);
			const file = call.files.fromBytes(bytes, { mimeType, fileName: options.fileName });
			return await judgeFile(call, file, names.data, options);
		}
		default:
			return await judgeFile(
				call,
				call.files.input(read(names.binary), names.binary),
				names.binary,
				options,
			);
	}
}

/** Judges the file of the form, uploads it if needed, and returns what the message refers to. */
export async function resolveMedia(call: Call, options: ResolveOptions): Promise<MediaReference> {
	return await (await judgeMedia(call, options)).deliver();
}

/**
 * Judges a file that n8n holds.
 *
 * @param field the parameter of the file, for errors
 */
export async function judgeFile(
	call: Call,
	file: InputFile,
	field: string,
	options: ResolveOptions & { address?: string },
): Promise<JudgedMedia> {
	const { mediaType, ifRejected, voice, fileName, address, linkHours = 24 } = options;
	const plan = await planFile(call, file, mediaType, { ifRejected, voice, field }, fileName);
	if (plan.as === 'link')
		return {
			as: 'link',
			reason: plan.reason,
			deliver: async () => ({
				link:
					address ??
					signedLink(call.context, await file.stored(), {
						hours: linkHours,
						api: call.graph.baseUrl,
						field,
					}),
			}),
		};
	return {
		...typeAndReason(plan),
		deliver: async () => {
			recipientOf(call.param); // nothing is uploaded for an invalid recipient
			return {
				id: await uploadFile(call, file, plan.mimeType),
				...shown(fileName || file.fileName, plan.mimeType),
			};
		},
	};
}

/** The media type of an uploaded file is only read if it decides how the file is sent. */
async function judgeId(
	{ graph, once }: Call,
	id: string,
	{ mediaType, fileName }: ResolveOptions,
): Promise<JudgedMedia> {
	const mimeType =
		mediaType === 'auto'
			? (await once(`media ${id}`, async () => getMedia(graph, id))).mimeType
			: '';
	return {
		as: mediaType === 'auto' ? mediaTypeOf(mimeType) : mediaType,
		deliver: async () => ({ id, ...(fileName && shown(fileName, mimeType)) }),
	};
}

/** A link is only opened if its content decides how it is sent; otherwise Meta judges it. */
async function judgeLink(
	{ graph, once }: Call,
	entered: string,
	field: string,
	{ mediaType, ifRejected = 'stop', voice, fileName }: ResolveOptions,
): Promise<JudgedMedia> {
	const link = publicLink(graph, entered, field);
	const inspected =
		ifRejected === 'stop' && mediaType !== 'auto'
			? undefined
			: await once(`inspect ${link}`, async () => inspectLink(graph, link, field));
	const name = inspected?.fileName ?? nameInUrl(link);
	const plan = planMedia(
		mediaType,
		{ source: 'link', ...inspected, fileName: typeOfName(name) ? name : nameInUrl(link) },
		{ ifRejected, voice, field },
	);
	return {
		...typeAndReason(plan),
		deliver: async () => ({
			link,
			...shown(fileName || name, plan.as === 'media' ? plan.mimeType : ''),
		}),
	};
}

function typeAndReason(plan: Plan): Pick<JudgedMedia, 'as' | 'reason'> {
	const as = plan.as === 'media' ? plan.mediaType : 'link';
	return { as, ...(plan.reason !== undefined && { reason: plan.reason }) };
}

/** The file name of a document; without one, WhatsApp shows "Untitled". */
function shown(name: string | undefined, mimeType: string): Pick<MediaReference, 'fileName'> {
	const fileName = shownFileName(name ?? '', mimeType);
	return fileName === '' ? {} : { fileName };
}
