import { explain } from './explain';
import { GraphError, type GraphErrorEnvelope } from './cloudApiError';
import type { Authentication } from '../transport';
import { withoutSecrets } from './withoutSecrets';

/** Whether an answer's body is Meta's error envelope. */
export function isErrorEnvelope(body: unknown): body is { error: Record<string, unknown> } {
	return isRecord(body) && isRecord(body.error);
}

/**
 * Reads Meta's error envelope in all its shapes: `error_data` as an object (messages) or as text
 * (templates), codes as numbers or numeric text, and the texts for users where there are any.
 */
export function readEnvelope(body: { error: Record<string, unknown> }): GraphErrorEnvelope {
	const { error } = body;
	const data = error.error_data;
	return {
		code: number(error.code),
		subcode: number(error.error_subcode),
		type: text(error.type),
		message: text(error.message) ?? text(error.error_description) ?? 'Meta returned no message',
		details: isRecord(data) ? text(data.details) : text(data),
		userTitle: text(error.error_user_title),
		userMessage: text(error.error_user_msg),
		fbtraceId: text(error.fbtrace_id),
		transient: typeof error.is_transient === 'boolean' ? error.is_transient : undefined,
		body,
	};
}

/**
 * A rejection by Meta as an error with its explanation.
 *
 * @param authentication what the request was authenticated with, which determines the cause of a code
 */
export function graphError(
	body: { error: Record<string, unknown> },
	status: number,
	headers: Record<string, string> = {},
	authentication?: Authentication,
): GraphError {
	const envelope = readEnvelope(body);
	return new GraphError(
		explain({ ...envelope, authentication }, status),
		envelope,
		status,
		headers,
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? withoutSecrets(value) : undefined;
}

function number(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}
