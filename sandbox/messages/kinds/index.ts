import type { MessageKind } from '../kind';
import { contactsKind } from './contacts';
import { interactiveKind } from './interactive';
import { locationKind } from './location';
import { mediaKinds } from './media';
import { pinKind } from './pin';
import { reactionKind } from './reaction';
import { textKind } from './text';

/** All message types except templates, by `type`. */
export const KINDS: ReadonlyMap<string, MessageKind> = new Map(
	[textKind, ...mediaKinds, locationKind, contactsKind, reactionKind, pinKind, interactiveKind].map(
		(entry) => [entry.type, entry],
	),
);
