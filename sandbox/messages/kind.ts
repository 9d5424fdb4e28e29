import type { z } from 'zod/v3';
import type { MediaKind } from '../media/rules';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** Media that a message names, by ID or link. */
export interface MediaReference {
	/** Path inside the content: `''`, `header.image`, `action.cards.0.header.image`. */
	path: string;
	kind: MediaKind;
	id?: string;
	link?: string;
	filename?: string;
	voice?: boolean;
}

/** What a kind may ask about while it checks a message. */
export interface SendContext {
	world: World;
	number: PhoneNumber;
	/** wa_id, or undefined for a group. */
	customer?: string;
	groupId?: string;
	/** Direct Send: the message has a category of its own. */
	direct: boolean;
	/** `context` was given. */
	isReply: boolean;
}

/** One kind of message: its own reading of the reference. */
export interface MessageKind<T = unknown> {
	type: string;
	schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	media?(content: T): MediaReference[];
	/** Rules that need more than the content. Throws GraphError. */
	check?(content: T, context: SendContext): void;
	/** Groups take only some kinds (130501). */
	inGroups?: boolean;
	/** Only `sent` comes back, and nothing is billed. */
	onlySent?: boolean;
}

/** Keeps the content's type between schema and functions, and forgets it for the table of kinds. */
export function kind<T>(definition: MessageKind<T>): MessageKind {
	return definition as unknown as MessageKind;
}
