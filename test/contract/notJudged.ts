import type { Recorded } from './judge';

/** Describes a request in one line: method, path without IDs, and message type. */
export function kindOf({ method, path, body }: Recorded): string {
	const place = path
		.replace(/\/upload:[^/]+/, '/upload:…')
		.replace(/\/\d{6,}/g, '/<id>')
		.replace(/\/[A-Za-z0-9+=_-]{24,}/g, '/<id>');
	return [method, place, messageKind(body)].filter(Boolean).join(' ');
}

/** Returns the type of a message body: `text`, `interactive carousel`, `status read`, … */
export function messageKind(body: unknown): string {
	if (!isRecord(body)) return '';
	if (body.status === 'read') return body.typing_indicator ? 'read + typing' : 'read';
	const { type, interactive } = body;
	if (body.messaging_product !== 'whatsapp' || typeof type !== 'string') return '';
	return isRecord(interactive) ? `${type} ${String(interactive.type)}` : type;
}

/** Returns why Meta's OpenAPI description of v23 cannot validate a request; `undefined` if it can. */
export function notJudged({ contentType, body }: Recorded): string | undefined {
	if (/multipart|octet-stream/.test(contentType)) return 'the bytes of files are not recorded';
	for (const [fits, reason] of NEWER) if (fits(body)) return reason;
	return undefined;
}

/** Types and fields that Meta has added since, and some that the file cannot validate. */
const NEWER: Array<[(body: unknown) => boolean, string]> = [
	[
		(body) => messageKind(body) === 'interactive call_permission_request',
		'the file has its action in two alternatives of which exactly one may fit, so it rejects every one',
	],
	[(body) => messageKind(body) === 'pin', 'pins in groups came after v23'],
	[
		(body) => isRecord(body) && 'category' in body && messageKind(body) !== '',
		'Direct Send came in July 2026',
	],
	[
		(body) => isRecord(body) && Array.isArray(body.categories),
		'the file describes flows as multipart forms, in which the list of categories is text',
	],
	[
		(body) => isRecord(body) && body.action === 'reject' && 'call_id' in body,
		"the file requires a recipient for every action but terminate; Meta's page on rejecting a call has none",
	],
];

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
