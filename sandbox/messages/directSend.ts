import { invalidParameter, rejection } from '../graph/errors';
import type { World } from '../world/world';
import type { Recipient } from './recipient';
import { lengthOf } from './schema';

const INTERACTIVE = ['cta_url', 'button', 'voice_call'];
const MAX_TEXT = 1024;
const TTL: Record<string, [number, number]> = { utility: [30, 43_200], authentication: [30, 900] };

/**
 * Direct Send: `category` makes a free-form message a utility or authentication message, which
 * needs neither a template nor an open window. Returns the category, or `undefined`.
 */
export function directSendCategory(
	world: World,
	body: Record<string, unknown>,
	recipient: Recipient,
): 'utility' | 'authentication' | undefined {
	const { category, ttl_seconds: ttl, direct_send_config: config } = body;
	if (category === undefined || category === 'service') {
		if (ttl !== undefined && category === undefined) {
			throw invalidParameter('Param ttl_seconds requires the parameter category.');
		}
		return undefined;
	}
	if (category !== 'utility' && category !== 'authentication') {
		throw invalidParameter(
			`Param category must be one of {UTILITY, AUTHENTICATION, SERVICE} - got "${String(category)}".`,
		);
	}
	if (!world.behavior.directSend) {
		throw invalidParameter('Direct Send is not enabled for this WhatsApp Business Account.');
	}
	if (category === 'authentication' && recipient.by === 'user_id') {
		throw rejection(131062, 'Authentication messages cannot be sent to a business-scoped user ID.');
	}
	checkTtl(category, ttl);
	checkConfig(config);
	checkContent(category, body);
	return category;
}

function checkTtl(category: string, ttl: unknown): void {
	if (ttl === undefined) return;
	const [least, most] = TTL[category];
	if (!Number.isInteger(ttl) || Number(ttl) < least || Number(ttl) > most) {
		throw invalidParameter(
			`Param ttl_seconds must be an integer from ${least} to ${most} for category ${category}.`,
		);
	}
}

function checkConfig(config: unknown): void {
	if (config === undefined) return;
	const { template_name: name } = (config ?? {}) as { template_name?: unknown };
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) {
		throw invalidParameter(
			"Param direct_send_config['template_name'] must have 1 to 512 lower-case letters, digits and underscores.",
		);
	}
}

function checkContent(category: string, body: Record<string, unknown>): void {
	const {
		type = 'text',
		text,
		interactive,
	} = body as {
		type?: string;
		text?: { body?: string; preview_url?: boolean };
		interactive?: { type?: string };
	};
	if (type === 'text') {
		if (text?.preview_url) {
			throw invalidParameter('Link previews are not supported with Direct Send.');
		}
		if (typeof text?.body === 'string' && lengthOf(text.body) > MAX_TEXT) {
			throw invalidParameter(
				`Param text['body'] must be at most ${MAX_TEXT} characters long with Direct Send.`,
			);
		}
		return;
	}
	const supported =
		category === 'utility' &&
		type === 'interactive' &&
		INTERACTIVE.includes(interactive?.type ?? '');
	if (!supported) {
		throw invalidParameter(`Messages of this type cannot be sent with category ${category}.`);
	}
}
