import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';

export interface RequestInput {
	/** What the customer reads above the button, at most 1,024 characters. */
	body: string;
	/** Where the kind shows one, at most 60 characters. */
	footer?: string;
}

const { body, footer } = bodyAndFooter();
const bodyOnly = z.object({ body });
const withFooter = z.object({ body, footer });

/** Asks the customer to share a location. */
export function locationRequestMessage(input: RequestInput): MessageContent {
	return interactive('location_request_message', check(bodyOnly, input), { name: 'send_location' });
}

/**
 * Asks the customer whether the business may call. Meta takes one in 24 hours and two in 7 days per
 * customer until a call connects.
 */
export function callPermissionRequestMessage(input: RequestInput): MessageContent {
	return interactive('call_permission_request', check(withFooter, input), {
		name: 'call_permission_request',
	});
}

/** Asks a customer known by username only for the phone number. */
export function contactInfoRequestMessage(input: RequestInput): MessageContent {
	return interactive('request_contact_info', check(withFooter, input), {
		name: 'request_contact_info',
	});
}
