import { rejection } from '../../../graph/errors';
import { kind, type MessageKind, type SendContext } from '../../kind';
import { parse } from '../../schema';
import { z } from 'zod/v3';
import { address } from './address';
import { buttons } from './buttons';
import { carousel } from './carousel';
import { ctaUrl } from './ctaUrl';
import { flow } from './flow';
import { list } from './list';
import { orderDetails, orderStatus } from './orders';
import type { InteractiveKind } from './parts';
import { catalogMessage, product, productList } from './products';
import { callPermissionRequest, locationRequest, requestContactInfo } from './requests';
import { voiceCall } from './voiceCall';

const KINDS = new Map<string, InteractiveKind>(
	[
		buttons,
		list,
		ctaUrl,
		locationRequest,
		carousel,
		product,
		productList,
		catalogMessage,
		flow,
		address,
		callPermissionRequest,
		voiceCall,
		requestContactInfo,
		orderDetails,
		orderStatus,
	].map((entry) => [entry.type, entry]),
);

interface Interactive {
	type: string;
}

function kindOf(content: Interactive): InteractiveKind {
	const found = KINDS.get(content.type);
	if (!found) {
		throw rejection(
			131009,
			`Param interactive['type'] must be one of {${[...KINDS.keys()].join(', ').toUpperCase()}} - got "${content.type}"`,
		);
	}
	return found;
}

/** `type: "interactive"`, checked by the inner type. */
export const interactiveKind: MessageKind = kind<Interactive>({
	type: 'interactive',
	schema: z.object({ type: z.string() }).passthrough(),
	media: (content) => kindOf(content).media?.(content) ?? [],
	check(content: Interactive, context: SendContext) {
		const found = kindOf(content);
		parse(found.schema, content, 'interactive');
		found.check?.(content, context);
	},
});
