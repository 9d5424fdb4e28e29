import { GraphError, invalidParameter, unknownObject } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { qrPicture } from './qrPicture';
import { states } from './states';

interface QrCode {
	code: string;
	prefilled_message: string;
	deep_link_url: string;
}

/** By number ID, newest last. */
function qrCodes(): Map<string, QrCode[]> {
	return new Map();
}

const EMOJI = /\p{Extended_Pictographic}/u;

/** Conversational components, commerce settings, and QR codes. */
export function automationRoutes({ graph, http }: SandboxApp, world: World): void {
	const state = (number: PhoneNumber) => world.use(states).ofNumber(number);

	graph.edge(PHONE_NUMBER, 'POST', 'conversational_automation', (number, { params }) => {
		if ('enable_welcome_message' in params) {
			throw invalidParameter('Param enable_welcome_message is no longer supported.');
		}
		const prompts = list(params.prompts ?? []).map((prompt) => checked(prompt, 80, 'prompts'));
		if (prompts.length > 4) throw invalidParameter('Param prompts can have at most 4 entries.');
		const commands = list(params.commands ?? []).map((command) => {
			const { command_name: name, command_description: description } = (command ?? {}) as Record<
				string,
				unknown
			>;
			return {
				command_name: checked(name, 32, 'command_name'),
				command_description: checked(description, 256, 'command_description'),
			};
		});
		if (commands.length > 30) throw invalidParameter('Param commands can have at most 30 entries.');
		if (params.prompts !== undefined) state(number).prompts = prompts;
		if (params.commands !== undefined) state(number).commands = commands;
		return { success: true };
	});

	graph.edge(PHONE_NUMBER, 'GET', 'whatsapp_commerce_settings', (number) => ({
		data: [{ ...state(number).commerce, id: number.id }],
	}));
	graph.edge(PHONE_NUMBER, 'POST', 'whatsapp_commerce_settings', (number, { query }) => {
		const names = ['is_cart_enabled', 'is_catalog_visible'] as const;
		if (names.every((name) => query[name] === undefined)) {
			throw invalidParameter('At least one of is_cart_enabled and is_catalog_visible is required.');
		}
		for (const name of names) {
			if (query[name] !== undefined) state(number).commerce[name] = query[name] === 'true';
		}
		return { success: true };
	});

	const codesOf = (number: PhoneNumber) => {
		const all = world.use(qrCodes);
		const codes = all.get(number.id) ?? [];
		all.set(number.id, codes);
		return codes;
	};
	const withPicture = (qr: QrCode, format: string) => ({
		...qr,
		qr_image_url: `${world.url}/_sandbox/qr/${qr.code}.${format.toLowerCase()}`,
	});
	graph.edge(PHONE_NUMBER, 'POST', 'message_qrdls', (number, { params }) => {
		const message = checkedMessage(params.prefilled_message);
		const codes = codesOf(number);
		if (params.code !== undefined) {
			if (typeof params.code !== 'string') throw invalidParameter('Param code must be a string.');
			const present = codes.find(({ code }) => code === params.code);
			if (!present) throw unknownObject('POST', params.code);
			present.prefilled_message = message;
			return present;
		}
		if (codes.length >= 2000) throw invalidParameter('The limit of 2000 QR codes is reached.');
		const code = world.ids.object(8).slice(-14).toUpperCase();
		const qr = { code, prefilled_message: message, deep_link_url: `https://wa.me/message/${code}` };
		codes.push(qr);
		const format = params.generate_qr_image;
		if (format === undefined) return qr;
		if (!['SVG', 'PNG'].includes(String(format))) {
			throw invalidParameter('Param generate_qr_image must be one of {SVG, PNG}.');
		}
		return withPicture(qr, String(format));
	});
	graph.edge(PHONE_NUMBER, 'GET', 'message_qrdls', (number, request) =>
		paginate(codesOf(number), request, ({ code }) => code),
	);
	graph.edge(PHONE_NUMBER, 'GET', 'message_qrdls/:code', (number, { parts, params }) => {
		const qr = codesOf(number).find(({ code }) => code === parts.code);
		if (!qr) throw unknownObject('GET', parts.code);
		const format = /qr_image_url\.format\((SVG|PNG)\)/.exec(String(params.fields ?? ''))?.[1];
		return { data: [format ? withPicture(qr, format) : qr] };
	});
	graph.edge(PHONE_NUMBER, 'DELETE', 'message_qrdls/:code', (number, { parts }) => {
		const codes = codesOf(number);
		const index = codes.findIndex(({ code }) => code === parts.code);
		if (index < 0) throw unknownObject('DELETE', parts.code);
		codes.splice(index, 1);
		return { success: true };
	});
	http.get('/_sandbox/qr/:name', async (request, reply) => {
		const { name } = request.params as { name: string };
		const { type, content } = qrPicture(name);
		return await reply.type(type).send(content);
	});
}

function checked(value: unknown, most: number, name: string): string {
	if (typeof value !== 'string' || value === '' || [...value].length > most) {
		throw invalidParameter(`Param ${name} must have 1 to ${most} characters.`);
	}
	if (EMOJI.test(value)) throw invalidParameter(`Param ${name} must not contain an emoji.`);
	return value;
}

function checkedMessage(value: unknown): string {
	if (typeof value !== 'string' || value === '' || [...value].length > 140) {
		throw new GraphError({
			code: 100,
			message: '(#100) Param prefilled_message must have 1 to 140 characters.',
		});
	}
	return value;
}

function list(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	throw invalidParameter('An array was expected.');
}
