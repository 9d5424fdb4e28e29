import { checkBody } from '../graph/checkBody';
import { GraphError, invalidParameter } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import type { StoredFile } from '../world/files';
import type { Group } from '../world/directory';
import type { World } from '../world/world';
import { publishGroup } from './events';
import { checkPicture, descriptionOf, jpegSize, modeOf, subjectOf } from './rules';

/** `POST /{group}`: changes subject, description, approval mode, or picture; the result comes by webhook. */
export async function updateSettings(
	world: World,
	group: Group,
	request: GraphRequest,
): Promise<unknown> {
	const { params } = request;
	checkBody(params, ['subject', 'description', 'join_approval_mode']);
	const picture = await pictureOf(world, request);
	const subject = params.subject === undefined ? undefined : subjectOf(params.subject);
	const description =
		params.description === undefined ? undefined : descriptionOf(params.description);
	const mode =
		params.join_approval_mode === undefined ? undefined : modeOf(params.join_approval_mode);
	if ([subject, description, mode, picture].every((value) => value === undefined)) {
		throw invalidParameter('At least one of subject, description, and file is required.');
	}
	if (subject !== undefined) group.subject = subject;
	if (description !== undefined) group.description = description;
	if (mode !== undefined) group.joinApprovalMode = mode;
	const requestId = world.ids.trace();
	publishGroup(world, 'group_settings_update', group, {
		type: 'group_settings_update',
		request_id: requestId,
		...(subject !== undefined && {
			group_subject: { text: subject, update_successful: true },
		}),
		...(description !== undefined && {
			group_description: { text: description, update_successful: true },
		}),
		...(mode !== undefined && { join_approval_mode: { mode, update_successful: true } }),
		...(picture && {
			profile_picture: {
				mime_type: 'image/jpeg',
				sha256: Buffer.from(picture.sha256, 'hex').toString('base64'),
				update_successful: true,
			},
		}),
	});
	return { messaging_product: 'whatsapp', request_id: requestId };
}

async function pictureOf(world: World, request: GraphRequest): Promise<StoredFile | undefined> {
	const file = request.files.get('file');
	if (!file) return undefined;
	const chunks: Buffer[] = [];
	for await (const chunk of world.files.read(file)) chunks.push(chunk as Buffer);
	const bytes = Buffer.concat(chunks);
	if (bytes.length < 4) throw new GraphError({ code: 100, message: '(#100) The file is empty.' });
	checkPicture(file.mimeType ?? '', file.size, jpegSize(bytes));
	return file;
}
