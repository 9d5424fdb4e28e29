import { parseJson } from '../json';
import { isoTime, isRecord, record, text, type Json } from '../read';
import { flowFiles, isFile } from './flowFiles';

/**
 * `interactive`: a tapped reply button, a chosen list row, an answered flow, address, or call
 * permission, a payment method, a product; in echoes what the business sent.
 */
export function interactiveMessage(message: Json): Json {
	const interactive = record(message.interactive);
	const type = text(interactive.type) ?? '';
	const content = record(interactive[type]);
	const read = replies.get(type);
	return {
		interactiveType: text(type),
		...(read ? read(content, interactive) : otherContent(content, interactive)),
	};
}

function buttonReply(reply: Json): Json {
	return { text: text(reply.title), buttonId: text(reply.id) };
}

function listReply(reply: Json): Json {
	return { ...buttonReply(reply), rowDescription: text(reply.description) };
}

function callPermissionReply(reply: Json): Json {
	return {
		text: text(reply.response),
		callPermission: text(reply.response),
		callPermissionExpiresAt: isoTime(reply.expiration_timestamp),
		callPermissionPermanent:
			typeof reply.is_permanent === 'boolean' ? reply.is_permanent : undefined,
		callPermissionSource: text(reply.response_source),
	};
}

/** The payment method that the customer chose or saved. */
function paymentMethod(content: Json): Json {
	const nested = record(content.payment_method);
	const all = { ...content, ...nested };
	const method = text(all.payment_method) ?? text(all.type);
	const lastFourDigits = text(all.last_four_digits);
	return {
		text: [method, lastFourDigits && `•••• ${lastFourDigits}`].filter(Boolean).join(' '),
		paymentMethod: method,
		paymentReferenceId: text(all.reference_id),
		lastFourDigits,
		credentialId: text(all.credential_id),
		paymentTime: isoTime(all.time) ?? isoTime(all.timestamp) ?? text(all.time),
	};
}

/** A product of a catalog, shown or chosen. */
function product(content: Json, interactive: Json): Json {
	const all = { ...record(interactive.action), ...content };
	const productRetailerId = text(all.product_retailer_id) ?? text(all.id);
	const name = text(all.name) ?? text(all.title);
	return {
		text: text(record(interactive.body).text) ?? name ?? productRetailerId,
		productRetailerId,
		catalogId: text(all.catalog_id),
		productName: name,
	};
}

/** A type that is not known yet, or one that the business sent: its text where such objects have one. */
function otherContent(content: Json, interactive: Json): Json {
	return {
		text:
			text(content.title) ??
			text(content.text) ??
			text(content.body) ??
			text(record(interactive.body).text) ??
			text(record(interactive.header).text),
		buttonId: text(content.id),
	};
}

/**
 * A flow's or an address message's answer. Its JSON comes as text; it names no flow, so the flow token
 * and the message replied to are the only links to what was asked.
 */
function flowReply(reply: Json): Json {
	const parsed = parseJson(text(reply.response_json) ?? '');
	const answer = isRecord(parsed) ? parsed : undefined;
	const files = answer ? flowFiles(answer) : [];
	return {
		text: answer ? answerLines(answer) || text(reply.body) : text(reply.body),
		flowName: text(reply.name),
		flowToken: text(answer?.flow_token),
		flowAnswer: answer,
		...(files.length > 0 && { flowFiles: files }),
	};
}

/** One "field: value" line per answered field; files by their names. */
function answerLines(answer: Json): string {
	return Object.entries(answer)
		.filter(([field, value]) => field !== 'flow_token' && value !== null && value !== '')
		.map(([field, value]) => `${field}: ${answerText(value)}`)
		.join('\n');
}

function answerText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	const files = Array.isArray(value) ? (value as unknown[]) : [value];
	return files.length > 0 && files.every(isFile)
		? files.map((file) => text(record(file).file_name) ?? text(record(file).id)).join(', ')
		: JSON.stringify(value);
}

type ContentReader = (content: Json, interactive: Json) => Json;

const replies: ReadonlyMap<string, ContentReader> = new Map<string, ContentReader>([
	['button_reply', buttonReply],
	['call_permission_reply', callPermissionReply],
	['list_reply', listReply],
	['nfm_reply', flowReply],
	['payment_method', paymentMethod],
	['product', product],
]);
