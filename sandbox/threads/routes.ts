import { checkBody } from '../graph/checkBody';
import { GraphError, invalidParameter, parameterRequired, rejection } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import { recipientOf } from '../messages/recipient';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { ownerOf, ownRole, ROLES, setOwner } from './threads';

const ACTIONS = ['pass', 'release', 'take'];
const MAX_METADATA = 2000;
const KEYS = ['action', 'to', 'recipient', 'metadata', 'control_pass'];

type Params = Record<string, unknown>;

/** `POST /{number}/thread_control`: passes, releases, or takes a conversation (Conversation Routing). */
export function threadRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'thread_control',
		(number, { params }) => {
			checkControl(params);
			const own = ownRole(world, number);
			if (own === undefined) {
				throw invalidParameter('Invalid parameter', {
					details: 'The WhatsApp account is not enrolled for thread control.',
				});
			}
			act(world, number, customerOf(world, number, params), own, params);
			return { messaging_product: 'whatsapp', request_id: world.ids.trace() };
		},
		{ scope: 'whatsapp_business_messaging' },
	);
}

function checkControl(params: Params): void {
	const { action, to, recipient, metadata, control_pass: pass } = params;
	checkBody(params, KEYS);
	if (action === undefined) throw parameterRequired('action');
	if (!ACTIONS.includes(action as string)) {
		throw invalidParameter(`Param action must be one of {${ACTIONS.join(', ')}}.`);
	}
	if ((to === undefined) === (recipient === undefined)) {
		throw invalidParameter('Exactly one of to and recipient is required.');
	}
	if (metadata !== undefined && (typeof metadata !== 'string' || metadata.length > MAX_METADATA)) {
		throw invalidParameter(
			`Param metadata must be a string of at most ${MAX_METADATA} characters.`,
		);
	}
	if (pass === undefined) return;
	if (action !== 'pass') throw invalidParameter('Param control_pass needs the action pass.');
	const role = (pass as Params | null)?.target_role;
	if (!ROLES.includes(role as string)) {
		throw invalidParameter(`Param target_role must be one of {${ROLES.join(', ')}}.`);
	}
}

function customerOf(world: World, number: PhoneNumber, { to, recipient }: Params): Customer {
	const found = recipientOf(world, number, to === undefined ? { recipient } : { to });
	if (found.by !== 'group' && found.customer) return found.customer;
	throw rejection(131026, 'The recipient is not on WhatsApp.');
}

function act(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	own: string,
	{ action, control_pass: pass }: Params,
): void {
	const owner = ownerOf(world, number, customer);
	if (action === 'take') {
		if (own !== 'escalation') {
			throw new GraphError({
				code: 100,
				subcode: 2494191,
				message: '(#100) Thread take is not allowed',
				details: 'Only the escalation partner can take a thread.',
			});
		}
		return setOwner(world, number, customer, own);
	}
	if (action === 'release' && owner === undefined) return;
	if (owner !== own) {
		throw rejection(131070, owner ? `The thread is owned by ${owner}.` : 'The thread is idle.');
	}
	const target = (pass as { target_role?: string } | undefined)?.target_role ?? 'escalation';
	setOwner(world, number, customer, action === 'release' ? undefined : target);
}
