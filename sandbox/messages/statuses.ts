import { isConnected } from '../accounts/restrictions';
import type { MessageStatus, StatusError } from '../control/types';
import { titleOf } from '../graph/errors';
import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';
import { metadata, userIdOf, webhookContact } from './identity';
import { pricingOf } from './pricing';

/** An entry of `errors[]` in webhooks. */
export function webhookError(code: number, details: string): StatusError {
	return {
		code,
		title: titleOf(code),
		message: titleOf(code),
		error_data: { details },
		href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
	};
}

/** `value` of a status webhook. */
function statusValue(
	world: World,
	message: StoredMessage,
	status: MessageStatus,
	errors?: StatusError[],
): Record<string, unknown> | undefined {
	const { view } = message;
	const number = world.directory.numbers.get(view.phoneNumberId);
	if (!number) return undefined;
	const customer = view.groupId ? undefined : world.directory.customers.get(view.customer);
	const priced =
		!message.onlySent &&
		(status === 'sent' ||
			status === 'delivered' ||
			(status === 'read' && !view.statuses.some((entry) => entry.status === 'delivered')));
	const hidden = customer?.settings.hidesPhoneNumber;
	return {
		messaging_product: 'whatsapp',
		metadata: metadata(number),
		...(customer && status !== 'failed'
			? { contacts: [webhookContact(world, number, customer)] }
			: {}),
		statuses: [
			{
				id: view.id,
				status,
				timestamp: String(world.clock.seconds()),
				...(hidden ? {} : { recipient_id: view.groupId ?? view.customer }),
				...(view.groupId ? { recipient_type: 'group' } : {}),
				...(customer ? { recipient_user_id: userIdOf(world, number, customer) } : {}),
				...(view.bizOpaqueCallbackData === undefined
					? {}
					: { biz_opaque_callback_data: view.bizOpaqueCallbackData }),
				...(message.templateId ? { template_id: message.templateId } : {}),
				...(priced ? pricingOf(world, number, customer, message) : {}),
				...(errors ? { errors } : {}),
			},
		],
	};
}

/** Sets a status and publishes it. With `hold`, publishing is left to the caller (statuses out of order). */
export function setStatus(
	world: World,
	message: StoredMessage,
	status: MessageStatus,
	errors?: StatusError[],
	hold?: Array<() => void>,
): void {
	const { view } = message;
	if (view.statuses.some((entry) => entry.status === status)) return;
	const value = statusValue(world, message, status, errors);
	world.messages.addStatus(message, status, errors);
	const number = world.directory.numbers.get(view.phoneNumberId);
	if (!value || !number || !isConnected(world, number)) return;
	const publish = () =>
		world.webhooks.publish({
			accountId: number.businessAccountId,
			phoneNumberId: number.id,
			field: 'messages',
			value,
		});
	if (hold) hold.push(publish);
	else publish();
}
