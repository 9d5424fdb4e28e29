import { rejection } from '../../../graph/errors';
import { messageType, type MessageType, type SendContext } from '../../messageType';
import { parse } from '../../schema';
import { z } from 'zod/v3';
import { address } from './address';
import { buttons } from './buttons';
import { carousel } from './carousel';
import { ctaUrl } from './ctaUrl';
import { flow } from './flow';
import { list } from './list';
import { orderDetails, orderStatus } from './orders';
import type { InteractiveType } from './parts';
import { catalogMessage, product, productList } from './products';
import { callPermissionRequest, locationRequest, requestContactInfo } from './requests';
import { voiceCall } from './voiceCall';

const INTERACTIVE_TYPES = new Map<string, InteractiveType>(
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

function interactiveTypeOf(content: Interactive): InteractiveType {
	const found = INTERACTIVE_TYPES.get(content.type);
	if (!found) {
		throw rejection(
			131009,
			`Param interactive['type'] must be one of {${[...INTERACTIVE_TYPES.keys()].join(', ').toUpperCase()}} - got "${content.type}"`,
		);
	}
	return found;
}

/** `type: "interactive"`, checked by the inner type. */
export const interactiveMessage: MessageType = messageType<Interactive>({
	type: 'interactive',
	schema: z.object({ type: z.string() }).passthrough(),
	media: (content) => interactiveTypeOf(content).media?.(content) ?? [],
	check(content: Interactive, context: SendContext) {
		const found = interactiveTypeOf(content);
		parse(found.schema, content, 'interactive');
		found.check?.(content, context);
	},
});
