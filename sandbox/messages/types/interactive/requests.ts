import { z } from 'zod/v3';
import { rejection } from '../../../graph/errors';
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

const DAY = 24 * 60 * 60 * 1000;

/** One request in 24 hours and two in 7 days per customer. */
export const callPermissionRequest = interactive({
	...request('call_permission_request', 'call_permission_request', true),
	check(_content, { world, number, customer }) {
		if (!world.behavior.calling) {
			throw rejection(138000, 'Calling is not enabled on this phone number.');
		}
		const now = world.clock.now();
		const sent = world.messages
			.list({ phoneNumberId: number.id, customer, direction: 'outgoing' })
			.filter(
				({ content }) => (content as { type?: string } | null)?.type === 'call_permission_request',
			);
		const within = (time: number) => sent.filter(({ timestamp }) => timestamp > now - time).length;
		if (within(DAY) >= 1 || within(7 * DAY) >= 2) {
			throw rejection(138009, 'Limit reached for call permission request sent.');
		}
	},
});
