import { records, textOf } from '../answers';
import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { characters } from '../messages/schema';

/** Meta keeps at most 2,000 QR codes per number; the text that a scan prefills has up to 140 characters. */
export const QR_LIMITS = { codes: 2000, message: 140 } as const;

export type QrImageFormat = 'PNG' | 'SVG';

export interface QrCode {
	/** 14 characters. */
	code: string;
	/** What the customer's chat opens with. */
	prefilledMessage: string;
	/** Opens the chat, e.g. `https://wa.me/message/4O4YGZEG3RIVE1`. */
	deepLinkUrl: string;
	/** A link to the image, which expires after a few days; only if an image was requested. */
	imageUrl?: string;
}

export async function listQrCodes(
	graph: GraphApi,
	phoneNumberId: string,
	limit?: number,
): Promise<QrCode[]> {
	const codes = await graph.list(
		path(phoneNumberId),
		{ fields: 'code,prefilled_message,deep_link_url' },
		{ limit },
	);
	return codes.map(read);
}

export async function getQrCode(
	graph: GraphApi,
	phoneNumberId: string,
	code: string,
	format?: QrImageFormat,
): Promise<QrCode> {
	const fields = ['code', 'prefilled_message', 'deep_link_url'];
	if (format) fields.push(`qr_image_url.format(${format})`);
	const answer = await graph.get(`${path(phoneNumberId)}/${codeOf(code)}`, {
		fields: fields.join(','),
	});
	return read(records(answer.data)[0] ?? answer);
}

export async function createQrCode(
	graph: GraphApi,
	phoneNumberId: string,
	message: string,
	format?: QrImageFormat,
): Promise<QrCode> {
	return read(
		await graph.post(path(phoneNumberId), {
			prefilled_message: text(message),
			...(format && { generate_qr_image: format }),
		}),
	);
}

/** Changes the text behind a code; printed codes stay valid. */
export async function updateQrCode(
	graph: GraphApi,
	phoneNumberId: string,
	code: string,
	message: string,
): Promise<QrCode> {
	return read(
		await graph.post(path(phoneNumberId), {
			code: codeOf(code),
			prefilled_message: text(message),
		}),
	);
}

export async function deleteQrCode(
	graph: GraphApi,
	phoneNumberId: string,
	code: string,
): Promise<void> {
	await graph.delete(`${path(phoneNumberId)}/${codeOf(code)}`);
}

function read(answer: Json): QrCode {
	const imageUrl = textOf(answer.qr_image_url);
	return {
		code: textOf(answer.code) ?? '',
		prefilledMessage: textOf(answer.prefilled_message) ?? '',
		deepLinkUrl: textOf(answer.deep_link_url) ?? '',
		...(imageUrl && { imageUrl }),
	};
}

function text(message: string): string {
	const length = characters(message.trim());
	if (length >= 1 && length <= QR_LIMITS.message) return message.trim();
	throw new InvalidInputError(
		'prefilledMessage',
		length === 0
			? 'The prefilled message is empty'
			: `The prefilled message has ${length} characters, but WhatsApp accepts up to ${QR_LIMITS.message}`,
		'Enter the text to prefill in the customer\'s chat, e.g. "I would like to order".',
	);
}

function codeOf(code: string): string {
	const trimmed = code.trim();
	if (/^[A-Za-z0-9]{1,40}$/.test(trimmed)) return trimmed;
	throw new InvalidInputError(
		'code',
		trimmed === ''
			? 'The QR code ID is empty'
			: `"${trimmed.slice(0, 60)}" is not the ID of a QR code`,
		'Enter the "code" that Create or Get Many returns, 14 letters and digits.',
	);
}

function path(phoneNumberId: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/message_qrdls`;
}
