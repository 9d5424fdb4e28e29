import { parseJson } from '../json';
import { isoTime, isRecord, record, text, type Json } from '../read';

/** `interactive`: a tapped reply button, a chosen list row, an answered flow, address or call permission. */
export function interactiveMessage(message: Json): Json {
	const interactive = record(message.interactive);
	const type = text(interactive.type) ?? '';
	const reply = record(interactive[type]);
	return { interactiveType: text(type), ...(replies.get(type) ?? unknownReply)(reply) };
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
		callPermissionSource: text(reply.response_source),
	};
}

function unknownReply(reply: Json): Json {
	return { text: text(reply.title) ?? text(reply.text), buttonId: text(reply.id) };
}

/**
 * A flow's or an address message's answer. Its JSON comes as text; it names no flow, so the flow token
 * and the message replied to are the only links to what was asked.
 */
function flowReply(reply: Json): Json {
	const parsed = parseJson(text(reply.response_json) ?? '');
	const answer = isRecord(parsed) ? parsed : undefined;
	return {
		text: answer ? answerLines(answer) || text(reply.body) : text(reply.body),
		flowName: text(reply.name),
		flowToken: text(answer?.flow_token),
		flowAnswer: answer,
	};
}

/** One "field: value" line per answered field. */
function answerLines(answer: Json): string {
	return Object.entries(answer)
		.filter(([field, value]) => field !== 'flow_token' && value !== null && value !== '')
		.map(
			([field, value]) =>
				`${field}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
		)
		.join('\n');
}

const replies: ReadonlyMap<string, (reply: Json) => Json> = new Map([
	['button_reply', buttonReply],
	['call_permission_reply', callPermissionReply],
	['list_reply', listReply],
	['nfm_reply', flowReply],
]);
