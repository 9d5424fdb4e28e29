import { randomUUID } from 'crypto';
import type { Authentication } from '../../cloud-api/transport';

/**
 * Private headers through which our transport tells the credential how to authenticate a request. They
 * are removed before the request is sent.
 */
export const PRIVATE_HEADERS = {
	/** A ticket of this process, see {@link issueTicket}. Any other value is ignored. */
	ticket: 'x-whatsapp-cloud-ticket',
	/** Fingerprint of a token that Meta rejected: renew it first. */
	renew: 'x-whatsapp-cloud-renew',
	/** Present when the credential is being tested: check all of it first. */
	test: 'x-whatsapp-cloud-test',
} as const;

/** One request of our own transport on its way through n8n. */
export interface Ticket {
	authentication: Authentication;
	/** Whether the credential has released the request, after which it may have reached its host. */
	handedOver: boolean;
	/** Whether the token was renewed instead, so that the request has to be sent again with the stored one. */
	renewed: boolean;
	/** What its answer must not contain; with those of the credential that released it, which may be renewed. */
	secrets: string[];
}

const tickets = new Map<string, Ticket>();

/**
 * Issues a ticket for one request. Only code of this package in this process can issue one, so that no
 * workflow can ask for another authentication than the access token.
 *
 * @param secrets what the answer must not contain
 * @returns the header to send, the ticket, and `close`, to be called when the request is done
 */
export function issueTicket(
	authentication: Authentication,
	secrets: readonly string[] = [],
): {
	headers: Record<string, string>;
	ticket: Ticket;
	close: () => void;
} {
	const id = randomUUID();
	const ticket: Ticket = {
		authentication,
		handedOver: false,
		renewed: false,
		secrets: [...secrets],
	};
	tickets.set(id, ticket);
	return {
		headers: { [PRIVATE_HEADERS.ticket]: id },
		ticket,
		close: () => tickets.delete(id),
	};
}

/** The ticket of a request; `undefined` for requests that are not ours. */
export function ticketOf(id: unknown): Ticket | undefined {
	return typeof id === 'string' ? tickets.get(id) : undefined;
}

interface Secrets {
	accessToken: string;
	appId: string;
	appSecret: string;
}

/** The `Authorization` header for a kind of authentication; no header for `none`. */
export function authorizationHeader(
	authentication: Authentication,
	{ accessToken, appId, appSecret }: Secrets,
): Record<string, string> {
	switch (authentication) {
		case 'none':
			return {};
		case 'app':
			return { Authorization: `Bearer ${appId}|${appSecret}` };
		case 'oauth':
			return { Authorization: `OAuth ${accessToken}` };
		case 'bearer':
			return { Authorization: `Bearer ${accessToken}` };
	}
}
