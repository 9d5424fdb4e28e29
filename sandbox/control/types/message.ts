import type { Json, JsonObject } from './json';

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** An error as webhooks carry it in `errors[]`. */
export interface StatusError {
	code: number;
	title: string;
	message: string;
	error_data?: { details: string };
	href?: string;
}

export interface StatusView {
	status: MessageStatus;
	timestamp: number;
	errors?: StatusError[];
}

export interface MediaView {
	id: string;
	/** Path on the sandbox that answers the bytes without a token: `/_sandbox/media/<id>`. An outside link stands here as it is. */
	url: string;
	mimeType: string;
	/** `false` for a link to the outside, which the sandbox does not fetch. */
	fetched: boolean;
	fileSize?: number;
	sha256?: string;
	filename?: string;
	animated?: boolean;
	voice?: boolean;
}

export interface ReactionView {
	from: 'business' | 'customer';
	emoji: string;
	/** Who reacted, in a group. */
	customer?: string;
}

/** A template message as the customer reads it, with every variable filled in. */
export interface RenderedTemplate {
	name: string;
	language: string;
	category?: string;
	header?: { format: string; text?: string; media?: MediaView; location?: JsonObject };
	body?: string;
	footer?: string;
	buttons?: RenderedButton[];
	/** Limited-time offer. */
	offer?: { text: string; expiresAt?: number };
	cards?: Array<{
		header?: { format: string; media?: MediaView; product?: JsonObject };
		body?: string;
		buttons?: RenderedButton[];
	}>;
}

export interface RenderedButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, CATALOG, MPM, SPM, OTP, VOICE_CALL … */
	type: string;
	text: string;
	/** What a tap sends back (quick replies). */
	payload?: string;
	url?: string;
	phoneNumber?: string;
	code?: string;
	flowToken?: string;
}

/** One message of a conversation, as both sides see it. */
export interface MessageView {
	/** `wamid.…` */
	id: string;
	/** `outgoing`: business to customer. `incoming`: customer to business. */
	direction: 'outgoing' | 'incoming';
	phoneNumberId: string;
	/** wa_id of the customer; the group ID when `groupId` is set and the message is outgoing. */
	customer: string;
	groupId?: string;
	/** text, image, interactive, template, … (Meta's words). */
	type: string;
	/** The part of the message under its type: `{ body }` for text, `{ type, body, action }` for interactive… */
	content: Json;
	/** Every media the message shows, by the path of the object in `content` that names it: `''` (the message's own), `header.image`, `action.cards.0.header.image`, … */
	media: Record<string, MediaView>;
	template?: RenderedTemplate;
	timestamp: number;
	/** Newest status, for ticks. Incoming: `read` once the business has marked it. */
	status: MessageStatus;
	statuses: StatusView[];
	/** wamid of the message this one answers. */
	replyTo?: string;
	forwarded?: boolean;
	reactions: ReactionView[];
	edited?: boolean;
	/** Taken back by its sender, or removed. */
	revoked?: boolean;
	pinned?: boolean;
	/** As sent by the business, echoed in statuses. */
	bizOpaqueCallbackData?: string;
	/** What a customer has already answered to this message (button, list row, flow…): wamid of that answer. */
	answeredBy?: string;
}

export interface MessageQuery {
	phoneNumberId?: string;
	customer?: string;
	direction?: 'outgoing' | 'incoming';
	/** Newest this many, default 1000. Answered oldest first. */
	limit?: number;
}
