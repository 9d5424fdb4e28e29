import type { FaultView } from '../control/types';
import { GraphError, statusOf, titleOf } from '../graph/errors';
import { GraphAnswer } from '../graph/answer';

/** A fault that applies to a request. */
export interface FaultMatch {
	id: string;
	fault: FaultView;
	/** Headers of the answer, successful or not. */
	headers: Record<string, string>;
}

const GATEWAY_PAGE =
	'<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1>' +
	"<p>We're working on it and we'll get it fixed as soon as we can.</p></body></html>";

/** What a reflecting gateway quotes. */
export interface ReceivedRequest {
	method: string;
	url: string;
	headers: Record<string, unknown>;
	body: unknown;
}

function quote({ method, url, headers, body }: ReceivedRequest): string {
	return `Request failed: ${method} ${url} ${JSON.stringify(headers)} ${JSON.stringify(body)}`;
}

/** The answer of a fault; `undefined` if the request is processed. */
export function failureOf(
	fault: FaultView,
	request: ReceivedRequest,
): GraphError | GraphAnswer | undefined {
	if (fault.redirect !== undefined) {
		return new GraphAnswer('', fault.status ?? 307, { location: fault.redirect });
	}
	if (fault.answer !== undefined) return new GraphAnswer(fault.answer, fault.status ?? 200);
	if (fault.reflect || fault.errorLength !== undefined) {
		const text = fault.reflect ? quote(request) : 'An unknown error occurred. ';
		const length = fault.errorLength ?? text.length;
		return new GraphError({
			code: fault.error?.code ?? 1,
			status: fault.status ?? 400,
			message: text.repeat(Math.ceil(length / text.length)).slice(0, length),
		});
	}
	if (fault.html) {
		const page = typeof fault.html === 'string' ? fault.html : GATEWAY_PAGE;
		return new GraphAnswer(page, fault.status ?? 502, {
			'content-type': 'text/html; charset=utf-8',
		});
	}
	if (fault.error) {
		const { code, message, details, subcode, type, status, isTransient, userTitle, userMessage } =
			fault.error;
		return new GraphError({
			code,
			status: status ?? fault.status ?? statusOf(code),
			message: message ?? `(#${code}) ${titleOf(code)}`,
			type,
			details,
			subcode,
			isTransient,
			userTitle,
			userMessage,
		});
	}
	if (fault.status !== undefined && fault.status >= 400) return genericFailure(fault.status);
	return undefined;
}

function genericFailure(status: number): GraphError {
	if (status === 503) {
		return new GraphError({
			code: 2,
			status,
			message: 'An unexpected error has occurred. Please retry your request later.',
			isTransient: true,
		});
	}
	if (status >= 500) {
		return new GraphError({
			code: 131000,
			status,
			message: '(#131000) Something went wrong',
			details: 'Message failed to send due to an unknown error.',
		});
	}
	if (status === 429) {
		return new GraphError({
			code: 4,
			status,
			message: '(#4) Application request limit reached',
			isTransient: true,
		});
	}
	if (status === 401) {
		return new GraphError({
			code: 190,
			status,
			message: 'Error validating access token: The session is invalid.',
			subcode: 467,
		});
	}
	if (status === 403) {
		return new GraphError({
			code: 10,
			status,
			message: '(#10) Application does not have permission for this action',
		});
	}
	return new GraphError({ code: 1, status, message: 'An unknown error occurred' });
}
