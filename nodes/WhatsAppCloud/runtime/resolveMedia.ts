import { createHash } from 'crypto';
import { inspectLink } from '../../../cloud-api/media/file';
import type { MediaKind } from '../../../cloud-api/media/kinds';
import { planMedia, type Plan, type IfRejected } from '../../../cloud-api/media/plan';
import { HEAD_LENGTH } from '../../../cloud-api/media/sniff';
import { uploadMedia } from '../../../cloud-api/media/upload';
import type { MediaReference } from '../../../cloud-api/messages/mediaReference';
import { mediaFieldNames } from '../fields/mediaSource';
import type { InputFile } from './files';
import type { Call } from './operation';
import { recipientOf } from './recipient';

export interface ResolvedMedia {
	/** The file of the message; `id` is the media ID of an uploaded file. */
	media: MediaReference;
	/** How the file is sent: as the chosen media type, as `document`, or as `link` in a text message. */
	as: MediaKind | 'link';
	/** Why it is not sent as the chosen media type. */
	reason?: string;
}

export interface ResolveOptions {
	kind: MediaKind;
	/** Prefix of the parameter names; see `mediaSource`. */
	prefix?: string;
	/** Reads a parameter; by default one of the node. */
	read?: (name: string) => string;
	ifRejected?: IfRejected;
	voice?: boolean;
	/** The name that the recipient sees; by default the name of the file. */
	fileName?: string;
}

/**
 * Turns the form's media fields into something that a message can refer to: judges the file, uploads
 * binary data (the same content once per execution and sender), passes links and IDs on.
 */
export async function resolveMedia(call: Call, options: ResolveOptions): Promise<ResolvedMedia> {
	const { prefix = 'media', read = (name) => call.param.text(name), kind, fileName } = options;
	const names = mediaFieldNames(prefix);
	switch (read(names.source)) {
		case 'id':
			return { media: { id: read(names.id).trim(), fileName }, as: kind };
		case 'link':
			return await fromLink(call, read(names.link).trim(), names.link, options);
		default:
			return await uploadBinary(call, read(names.binary), names.binary, options);
	}
}

/**
 * Uploads a binary file of the item, the same content once per execution and sender.
 *
 * @param field the parameter that names the binary field, for errors
 */
export async function uploadBinary(
	call: Call,
	name: string,
	field: string,
	{ kind, ifRejected, voice, fileName }: ResolveOptions,
): Promise<ResolvedMedia> {
	const file = call.files.input(name, field);
	recipientOf(call.param); // nothing is uploaded for an invalid recipient
	const sender = call.param.sender();
	const uploaded = await call.once(
		JSON.stringify(['media', sender, file.key, kind, ifRejected, voice]),
		async () => {
			const size = await file.size();
			const plan = planMedia(
				kind,
				{
					source: 'upload',
					declaredType: file.mimeType,
					fileName: file.fileName,
					size,
					head: await file.head(HEAD_LENGTH),
				},
				{ ifRejected, voice, field },
			);
			return { plan, id: await uploadOnce(call, sender, file, size, plan) };
		},
	);
	return {
		media: { id: uploaded.id, fileName: fileName || file.fileName },
		...outcome(uploaded.plan),
	};
}

/** Uploads the same content once, also under another name or from another item. */
async function uploadOnce(
	{ once, graph }: Call,
	sender: string,
	file: InputFile,
	size: number,
	plan: Plan,
): Promise<string> {
	const mimeType = plan.as === 'media' ? plan.mimeType : file.mimeType;
	const digest = await digestOf(file);
	return await once(`upload ${sender} ${mimeType} ${digest}`, async () =>
		uploadMedia(graph, sender, {
			content: file.content,
			size,
			mimeType,
			fileName: file.fileName,
		}),
	);
}

async function digestOf(file: InputFile): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of file.content()) hash.update(piece);
	return hash.digest('hex');
}

/** A link is opened for judging only when there is a way out to choose; else Meta's verdict is awaited. */
async function fromLink(
	{ graph, once }: Call,
	link: string,
	field: string,
	{ kind, ifRejected = 'stop', voice, fileName }: ResolveOptions,
): Promise<ResolvedMedia> {
	const path = link.replace(/[?#].*$/, '');
	const looked =
		ifRejected === 'stop' ? {} : await once(`look ${link}`, async () => inspectLink(graph, link));
	const plan = planMedia(
		kind,
		{ source: 'link', fileName: path, ...looked },
		{ ifRejected, voice, field },
	);
	return { media: { link, fileName: fileName || nameInPath(path) }, ...outcome(plan) };
}

function outcome(plan: Plan): Pick<ResolvedMedia, 'as' | 'reason'> {
	const as = plan.as === 'media' ? plan.kind : 'link';
	return { as, ...(plan.reason !== undefined && { reason: plan.reason }) };
}

function nameInPath(path: string): string | undefined {
	const name = /[^/]+\.[a-z0-9]{1,5}$/i.exec(path)?.[0];
	try {
		return name && decodeURIComponent(name);
	} catch {
		return name;
	}
}
