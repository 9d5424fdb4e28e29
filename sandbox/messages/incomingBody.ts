/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createReadStream } from 'fs';
import { Readable } from 'stream';
import { ControlError } from '../control/controlError';
import type { IncomingInput, JsonObject, MediaInput, MediaView } from '../control/types';
import { bareType } from '../media/rules';
import { sniff } from '../media/sniff';
import { RECEIVED_LIFETIME } from '../media/store';
import type { Customer, PhoneNumber } from '../world/directory';
import type { StoredFile } from '../world/files';
import type { World } from '../world/world';
import { fetchLink } from './mediaOf';
import { tapsOf } from './taps';

/** A customer's message: the webhook content, the chat content, and the message it replies to. */
export interface IncomingBody {
	/** `type` and the content under it. */
	message: JsonObject;
	/** What the phone shows; default: the content under the type. */
	content?: unknown;
	media?: Record<string, MediaView>;
	answers?: string;
}

/** Finds a message by wamid. Throws ControlError (404). */
export function targetOf(world: World, id: string) {
	const message = world.messages.find(id);
	if (!message) throw new ControlError(`There is no message ${id}`, 404);
	return message;
}

/** Builds the webhook content for an action of a customer. */
export async function incomingBody(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	input: IncomingInput,
): Promise<IncomingBody> {
	switch (input.type) {
		case 'text':
			return { message: { type: 'text', text: { body: input.text } } };
		case 'image':
		case 'video':
		case 'audio':
		case 'document':
		case 'sticker':
			return await mediaBody(world, number, input.type, input.media);
		case 'location':
			return { message: { type: 'location', location: { ...input.location } } };
		case 'contacts':
			return { message: { type: 'contacts', contacts: input.contacts } };
		case 'reaction':
			targetOf(world, input.messageId);
			return {
				message: {
					type: 'reaction',
					reaction: {
						message_id: input.messageId,
						...(input.emoji ? { emoji: input.emoji } : {}),
					},
				},
			};
		case 'tap':
			return tapBody(world, input.messageId, input.id);
		case 'nfm_reply':
			return {
				message: {
					type: 'interactive',
					interactive: {
						type: 'nfm_reply',
						nfm_reply: {
							name: input.name ?? 'flow',
							body: input.body ?? 'Sent',
							response_json: JSON.stringify(input.response),
						},
					},
				},
				answers: targetOf(world, input.messageId).view.id,
			};
		case 'call_permission_reply':
			return {
				message: {
					type: 'interactive',
					interactive: {
						type: 'call_permission_reply',
						call_permission_reply: {
							response: input.response,
							is_permanent: input.permanent === true,
							...(input.response === 'accept' && !input.permanent
								? {
										expiration_timestamp: String(
											input.expirationTimestamp ?? world.clock.seconds() + 7 * 24 * 3600,
										),
									}
								: {}),
							response_source: 'user_action',
						},
					},
				},
				answers: targetOf(world, input.messageId).view.id,
			};
		case 'contact_info':
			return {
				message: { type: 'contacts', contacts: [ownContact(customer)] },
				answers: targetOf(world, input.messageId).view.id,
			};
		case 'order':
			return { message: { type: 'order', order: { ...input.order } as unknown as JsonObject } };
		case 'unsupported':
			return {
				message: {
					type: 'unsupported',
					unsupported: { type: input.unsupportedType ?? 'unknown' },
					errors: [
						{
							code: 131051,
							title: 'Message type unknown',
							message: 'Message type unknown',
							error_data: { details: 'Message type is currently not supported.' },
						},
					],
				},
			};
		case 'edit':
			return {
				message: {
					type: 'edit',
					edit: {
						original_message_id: targetOf(world, input.messageId).view.id,
						message: {
							context: { id: input.messageId },
							type: 'text',
							text: { body: input.text },
						},
					},
				},
			};
		case 'revoke':
			return {
				message: {
					type: 'revoke',
					revoke: { original_message_id: targetOf(world, input.messageId).view.id },
				},
			};
		case 'raw': {
			const { message } = input;
			return { message, content: message[String(message.type)] ?? message };
		}
	}
}

function tapBody(world: World, messageId: string, id: string): IncomingBody {
	const target = targetOf(world, messageId);
	const taps = tapsOf(target.view);
	const tap = taps.find(({ ids }) => ids[0] === id) ?? taps.find(({ ids }) => ids.includes(id));
	if (!tap) {
		const known = taps.map(({ ids }) => ids[0]).join(', ') || 'nothing';
		throw new ControlError(`Message ${messageId} has no button or row "${id}"; it has: ${known}`);
	}
	return { message: tap.message, answers: target.view.id };
}

function ownContact(customer: Customer): JsonObject {
	const { name, waId } = customer;
	const [first, ...rest] = name.split(' ');
	return {
		name: {
			formatted_name: name,
			first_name: first,
			...(rest.length ? { last_name: rest.join(' ') } : {}),
		},
		phones: [{ phone: `+${waId}`, wa_id: waId, type: 'CELL' }],
		origin: 'contact_request',
		vcard: `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=CELL;waid=${waId}:+${waId}\nEND:VCARD`,
	};
}

async function mediaBody(
	world: World,
	number: PhoneNumber,
	type: 'image' | 'video' | 'audio' | 'document' | 'sticker',
	input: MediaInput,
): Promise<IncomingBody> {
	const { caption, filename, voice } = input;
	const file = await bytesOf(world, number, input);
	const mimeType =
		input.mimeType ?? file.mimeType ?? sniff(file.head)?.mimeType ?? 'application/octet-stream';
	const media = world.media.add(number.id, file, mimeType, RECEIVED_LIFETIME, filename);
	if (input.animated !== undefined) {
		media.sniffed = { mimeType: bareType(mimeType), animated: input.animated };
	}
	const part: JsonObject = {
		...(caption ? { caption } : {}),
		...(type === 'document' && filename ? { filename } : {}),
		mime_type: mimeType,
		sha256: file.sha256,
		id: media.id,
		url: world.media.urlOf(media),
		...(type === 'audio' ? { voice: voice ?? false } : {}),
		...(type === 'sticker' ? { animated: media.sniffed?.animated ?? false } : {}),
	};
	return {
		message: { type, [type]: part },
		media: { '': { ...world.media.viewOf(media), ...(voice ? { voice } : {}) } },
	};
}

async function bytesOf(
	world: World,
	number: PhoneNumber,
	{ data, url }: MediaInput,
): Promise<StoredFile> {
	if (data !== undefined)
		return await world.files.store(Readable.from([Buffer.from(data, 'base64')]));
	if (url === undefined) throw new ControlError('media requires data (base64) or url');
	const fetched = await fetchLink(world, number, url);
	if (typeof fetched === 'string') throw new ControlError(fetched);
	return await world.files.store(createReadStream(fetched.file.path));
}
