import { invalidParameter, parameterRequired, rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { TemplateCheck } from '../world/templates';
import type { World } from '../world/world';
import { directSendCategory } from './directSend';
import type { MediaReference, SendContext } from './messageType';
import { MESSAGE_TYPES } from './types';
import type { Recipient } from './recipient';
import { lengthOf, parse } from './schema';
import { templateMedia } from './templateMedia';

const MAX_CALLBACK_DATA = 512;

/** A message that may be sent. */
export interface Accepted {
	type: string;
	content: unknown;
	references: MediaReference[];
	template?: TemplateCheck;
	category: string;
	free: boolean;
	onlySent: boolean;
}

/** Checks the envelope: callback data, the replied-to message, the account to bill. */
export function checkEnvelope(number: PhoneNumber, body: Record<string, unknown>): void {
	checkAccount(number, body);
	const { biz_opaque_callback_data: data, context } = body;
	if (data !== undefined) {
		if (typeof data !== 'string') {
			throw invalidParameter('Param biz_opaque_callback_data must be a string.');
		}
		if (lengthOf(data) > MAX_CALLBACK_DATA) {
			throw invalidParameter(
				`Param biz_opaque_callback_data must be at most ${MAX_CALLBACK_DATA} characters long.`,
			);
		}
	}
	if (context === undefined) return;
	const { message_id: id } = (context ?? {}) as { message_id?: unknown };
	if (typeof id !== 'string' || id === '') {
		throw rejection(131008, "The parameter context['message_id'] is required.");
	}
}

/** Checks the account to bill: it must be an account of this number. */
function checkAccount(number: PhoneNumber, body: Record<string, unknown>): void {
	for (const name of ['messaging_account_id', 'paid_messaging_account_id']) {
		const id = body[name];
		if (id === undefined) continue;
		if (typeof id !== 'string' || id !== number.businessAccountId) {
			throw invalidParameter(`Param ${name} is not a messaging account of this phone number.`);
		}
	}
}

/** Checks a message against the rules of its type. Throws GraphError. */
export function checkContent(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
	recipient: Recipient,
	viaMarketingApi: boolean,
): Accepted {
	const type = body.type ?? impliedType(body);
	if (typeof type !== 'string') throw parameterRequired('type');
	if (viaMarketingApi && type !== 'template') {
		throw rejection(131055, 'Only marketing template messages can be sent through this endpoint.');
	}
	const content = body[type];
	if (type === 'template') return checkTemplate(world, number, content, recipient, viaMarketingApi);
	const messageType = MESSAGE_TYPES.get(type);
	if (!messageType) {
		throw rejection(
			131051,
			`Message type "${type}" is not supported. Supported: ${[...MESSAGE_TYPES.keys(), 'template'].join(', ')}.`,
		);
	}
	if (content === undefined || content === null) {
		throw rejection(131008, `Parameter '${type}' is mandatory for type '${type}'`);
	}
	if (recipient.by === 'group' && !messageType.inGroups) {
		throw rejection(130501, `Messages of type ${type} are not supported in groups.`);
	}
	const category = directSendCategory(world, body, recipient);
	const context: SendContext = {
		world,
		number,
		customer: recipient.by === 'group' ? undefined : recipient.waId,
		groupId: recipient.by === 'group' ? recipient.group.id : undefined,
		direct: category !== undefined,
		isReply: body.context !== undefined,
	};
	parse(messageType.schema, content, type);
	messageType.check?.(content, context);
	return {
		type,
		content,
		references: messageType.media?.(content) ?? [],
		category: category ?? 'service',
		free: category === undefined,
		onlySent: messageType.onlySent ?? false,
	};
}

/** `type` is optional if the body has the content of exactly one type (as in some of Meta's examples). */
function impliedType(body: Record<string, unknown>): string | undefined {
	const present = [...MESSAGE_TYPES.keys(), 'template'].filter((name) => body[name] !== undefined);
	return present.length === 1 ? present[0] : undefined;
}

function checkTemplate(
	world: World,
	number: PhoneNumber,
	content: unknown,
	recipient: Recipient,
	viaMarketingApi: boolean,
): Accepted {
	if (content === undefined || content === null) {
		throw rejection(131008, "Parameter 'template' is mandatory for type 'template'");
	}
	const template = world.templates.check(content, number, {
		viaMarketingApi,
		addressedBy: recipient.by,
	});
	return {
		type: 'template',
		content,
		references: templateMedia(content),
		template,
		category: viaMarketingApi ? 'marketing_lite' : template.category,
		free: false,
		onlySent: false,
	};
}
