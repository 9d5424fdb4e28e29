import { checkRestrictions } from '../accounts/restrictions';
import type { Json, MessageView, StatusError } from '../control/types';
import { sentFlow } from '../flows/sentFlow';
import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';
import { checkOwner } from '../threads/threads';
import { checkContent, checkEnvelope, type Accepted } from './check';
import { applyEffects } from './effects';
import type { MediaReference } from './messageType';
import { advanceStatuses, fail } from './statusFlow';
import { fetchLink, isLoopback, mediaProblem, mediaView, uploadedMedia } from './mediaOf';
import { answerContacts, checkIdentity, recipientOf, type Recipient } from './recipient';
import { webhookError } from './statuses';
import { orderWarning } from './types/interactive/orders';
import { showFetched } from './templateMedia';
import { isWindowOpen } from './window';

const TEN_MINUTES = 10 * 60 * 1000;
const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

interface SendOptions {
	/** Through `/marketing_messages`. */
	viaMarketingApi?: boolean;
	/** Set by a fault: accepted, then failed. */
	failsWith?: { code: number; details?: string };
	/** Collects warnings for the request view. */
	warnings?: string[];
}

/** `POST /{phone-number-id}/messages`: checks a message as Meta does, answers, and schedules its statuses. */
export function send(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
	{ viaMarketingApi = false, failsWith, warnings }: SendOptions = {},
): unknown {
	if (!number.registered) {
		throw rejection(
			133010,
			'The phone number is not registered on the WhatsApp Business Platform.',
		);
	}
	checkRestrictions(world, number);
	const recipient = recipientOf(world, number, body);
	const warning = recipient.by === 'phone' ? recipient.warning : undefined;
	if (warning) warnings?.push(warning);
	checkEnvelope(number, body);
	checkIdentity(recipient, body.recipient_identity_key_hash);
	const accepted = checkContent(world, number, body, recipient, viaMarketingApi);
	const incomplete = orderWarning(accepted.content);
	if (incomplete) warnings?.push(incomplete);
	if (accepted.free && recipient.by !== 'group' && recipient.customer) {
		checkOwner(world, number, recipient.customer);
	}
	for (const reference of accepted.references) {
		if (reference.id !== undefined) uploadedMedia(world, number, reference);
	}
	const closed = closedWindow(world, number, recipient, accepted);
	if (closed && world.behavior.closedWindow === 'sync') {
		throw rejection(131047, closed.error_data?.details ?? '');
	}
	world.limits.checkThroughput(number);
	world.limits.checkPair(number, addressOf(recipient));

	const message = store(world, number, body, recipient, accepted);
	applyEffects(world, message);
	const failure =
		(failsWith && webhookError(failsWith.code, failsWith.details ?? '')) ??
		closed ??
		laterFailure(recipient, accepted);
	if (failure) fail(world, message, failure);
	else void finish(world, number, message, accepted.references);

	return {
		messaging_product: 'whatsapp',
		contacts: answerContacts(world, number, recipient),
		messages: [
			{
				id: message.view.id,
				...(recipient.by === 'group' ? { group_id: recipient.group.id } : {}),
				...(accepted.template
					? { message_status: accepted.template.messageStatus ?? 'accepted' }
					: {}),
			},
		],
	};
}

function addressOf(recipient: Recipient): string {
	return recipient.by === 'group' ? recipient.group.id : recipient.waId;
}

function closedWindow(
	world: World,
	number: PhoneNumber,
	recipient: Recipient,
	{ free }: Accepted,
): StatusError | undefined {
	if (!free || recipient.by === 'group' || !recipient.customer) return undefined;
	if (isWindowOpen(world, number, recipient.customer)) return undefined;
	return webhookError(
		131047,
		'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
	);
}

/** A failure that is reported after the answer, by status. */
function laterFailure(
	recipient: Recipient,
	{ template, category }: Accepted,
): StatusError | undefined {
	if (
		recipient.by !== 'group' &&
		(!recipient.customer || recipient.customer.settings.notOnWhatsApp)
	) {
		return webhookError(131026, 'Message Undeliverable.');
	}
	const marketing = category === 'marketing' || category === 'marketing_lite';
	if (marketing && recipient.by !== 'group' && recipient.customer?.settings.stoppedMarketing) {
		return webhookError(
			131050,
			'The recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
		);
	}
	return template?.failsWith && webhookError(template.failsWith.code, template.failsWith.details);
}

function store(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
	recipient: Recipient,
	accepted: Accepted,
): StoredMessage {
	const media: MessageView['media'] = {};
	for (const reference of accepted.references) {
		media[reference.path] = mediaView(
			world,
			reference,
			reference.id === undefined ? undefined : world.media.find(reference.id),
		);
	}
	const flow = sentFlow(world, number, { ...accepted, templateId: accepted.template?.templateId });
	const target = world.messages.find(
		(body.context as { message_id?: string } | undefined)?.message_id ?? '',
	)?.view;
	const now = world.clock.now();
	const view: MessageView = {
		id: world.ids.message(addressOf(recipient)),
		direction: 'outgoing',
		phoneNumberId: number.id,
		customer: addressOf(recipient),
		...(recipient.by === 'group' ? { groupId: recipient.group.id } : {}),
		type: accepted.type,
		content: accepted.content as Json,
		media,
		...(accepted.template ? { template: accepted.template.rendered } : {}),
		...(flow ? { flow } : {}),
		timestamp: now,
		status: 'accepted',
		statuses: [],
		...(target && now - target.timestamp <= THIRTY_DAYS && accepted.type !== 'template'
			? { replyTo: target.id }
			: {}),
		reactions: [],
		...(recipient.by === 'phone' && recipient.warning ? { warnings: [recipient.warning] } : {}),
		...(typeof body.biz_opaque_callback_data === 'string'
			? { bizOpaqueCallbackData: body.biz_opaque_callback_data }
			: {}),
	};
	const message: StoredMessage = {
		view,
		category: accepted.category,
		onlySent: accepted.onlySent,
		expiresAt: now + timeToLive(accepted.category, body),
		...(accepted.template?.templateId ? { templateId: accepted.template.templateId } : {}),
	};
	world.messages.add(message);
	return message;
}

/** Time to live in milliseconds: `ttl_seconds` of Direct Send, 10 minutes for authentication, otherwise 30 days. */
function timeToLive(category: string, { ttl_seconds: ttl }: Record<string, unknown>): number {
	if (typeof ttl === 'number') return ttl * 1000;
	return category === 'authentication' ? TEN_MINUTES : THIRTY_DAYS;
}

/** Checks the media after the answer, as WhatsApp's servers do. Unsuitable media fail with 131053. */
async function finish(
	world: World,
	number: PhoneNumber,
	message: StoredMessage,
	references: MediaReference[],
): Promise<void> {
	for (const reference of references) {
		let media = reference.id === undefined ? undefined : world.media.find(reference.id);
		if (reference.link !== undefined && isLoopback(reference.link)) {
			const fetched = await fetchLink(world, number, reference.link);
			if (typeof fetched === 'string') return fail(world, message, webhookError(131053, fetched));
			media = fetched;
			const view = mediaView(world, reference, media);
			message.view.media[reference.path] = view;
			showFetched(message.view.template, reference.link, view);
			world.messages.changed(message);
		}
		const problem = media && mediaProblem(reference, media);
		if (problem) return fail(world, message, webhookError(131053, problem));
	}
	advanceStatuses(world, message);
}
