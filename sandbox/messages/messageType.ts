import type { z } from 'zod/v3';
import type { MediaType } from '../media/rules';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** Media that a message refers to by ID or link. */
export interface MediaReference {
	/** Path inside the content: `''`, `header.image`, `action.cards.0.header.image`. */
	path: string;
	mediaType: MediaType;
	id?: string;
	link?: string;
	filename?: string;
	voice?: boolean;
}

/** What the check of a message can use. */
export interface SendContext {
	world: World;
	number: PhoneNumber;
	/** WhatsApp ID; undefined for a group. */
	customer?: string;
	groupId?: string;
	/** Direct Send: the message has a category. */
	direct: boolean;
	/** The message has a `context`. */
	isReply: boolean;
}

/** One message type with its rules. */
export interface MessageType<T = unknown> {
	type: string;
	schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	media?(content: T): MediaReference[];
	/** Rules that need more than the content. Throws GraphError. */
	check?(content: T, context: SendContext): void;
	/** Whether groups accept it (otherwise 130501). */
	inGroups?: boolean;
	/** The only status is `sent`, and nothing is billed. */
	onlySent?: boolean;
}

/** Checks that schema and functions agree on the content's type. */
export function messageType<T>(definition: MessageType<T>): MessageType {
	return definition as unknown as MessageType;
}
