import { z } from 'zod/v3';
import { checkPermissionRequest } from '../../../calls/permissions';
import { checkCallingEnabled } from '../../../calls/settings';
import { body, footer, interactive } from './parts';

/** A request message: its action has a name only. */
function request(type: string, name: string, withFooter: boolean) {
	return interactive({
		type,
		schema: z
			.object({
				type: z.literal(type),
				body: body(1024),
				...(withFooter ? { footer: footer.optional() } : {}),
				action: z.object({ name: z.literal(name) }).strict(),
			})
			.strict(),
	});
}

export const locationRequest = request('location_request_message', 'send_location', false);
export const requestContactInfo = request('request_contact_info', 'request_contact_info', true);

/** One request in 24 hours and two in 7 days per customer, none after a permanent permission. */
export const callPermissionRequest = interactive({
	...request('call_permission_request', 'call_permission_request', true),
	check(_content, { world, number, customer }) {
		checkCallingEnabled(world, number);
		checkPermissionRequest(world, number, customer);
	},
});
