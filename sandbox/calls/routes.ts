import { checkBody } from '../graph/checkBody';
import { invalidParameter, parameterRequired, rejection, type GraphError } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { finish } from './flow';
import { callSettings, checkCallingEnabled } from './settings';
import { calls, setState, type Call } from './store';

const ACTIONS = ['connect', 'pre_accept', 'accept', 'reject', 'terminate'];
const KEYS = ['call_id', 'action', 'session', 'to', 'recipient', 'biz_opaque_callback_data'];
const DONE = { messaging_product: 'whatsapp', success: true };

type Params = Record<string, unknown>;

function invalid(details: string): GraphError {
	return invalidParameter('Invalid parameter', { details });
}

/** `POST /{number}/calls`: accepts, rejects, and ends calls of customers. Media are not exchanged. */
export function callRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'calls',
		async (number, { params }) => {
			checkCall(params);
			checkCallingEnabled(world, number);
			if (callSettings(world, number).sip?.status === 'ENABLED') {
				throw rejection(131055, 'Graph API calls are not allowed for SIP enabled numbers.');
			}
			if (params.action === 'connect') {
				throw rejection(
					138013,
					'Business-initiated calling is not available for this business account phone number.',
				);
			}
			await act(world, callOf(world, number, params.call_id), params);
			return DONE;
		},
		{ scope: 'whatsapp_business_messaging' },
	);
}

function checkCall(params: Params): void {
	checkBody(params, KEYS);
	if (params.action === undefined) throw parameterRequired('action');
	if (!ACTIONS.includes(params.action as string)) {
		throw invalid(`Param action must be one of {${ACTIONS.join(', ')}}.`);
	}
	const data = params.biz_opaque_callback_data;
	if (data !== undefined && (typeof data !== 'string' || data.length > 512)) {
		throw invalid('biz_opaque_callback_data must be a string of at most 512 characters.');
	}
}

function callOf(world: World, number: PhoneNumber, id: unknown): Call {
	if (id === undefined || id === '') throw parameterRequired('call_id');
	const call = typeof id === 'string' ? world.use(calls).get(id) : undefined;
	if (call?.number.id !== number.id) throw invalid('Invalid call_id.');
	return call;
}

async function act(world: World, call: Call, params: Params): Promise<void> {
	const { state } = call.view;
	const { action } = params;
	if (typeof params.biz_opaque_callback_data === 'string') {
		call.callbackData = params.biz_opaque_callback_data;
	}
	if (action === 'terminate') {
		if (state !== 'ringing' && state !== 'accepted') throw notPossible(action, state);
		return await finish(world, call, state === 'ringing' ? 'rejected' : 'ended');
	}
	if (state !== 'ringing') throw notPossible(String(action), state);
	if (action === 'reject') return await finish(world, call, 'rejected');
	checkAnswer(params.session);
	if (action === 'accept')
		setState(world, call, { state: 'accepted', acceptedAt: world.clock.now() });
}

function checkAnswer(session: unknown): void {
	const { sdp_type: type, sdp } = (session ?? {}) as Params;
	if (type === 'answer' && typeof sdp === 'string' && sdp.startsWith('v=0')) return;
	throw invalid('SDP Validation error: session needs sdp_type answer and a valid sdp.');
}

function notPossible(action: string, state: string): GraphError {
	const words = { ringing: 'Ringing', accepted: 'In Progress', ended: 'Completed' };
	const now = words[state as keyof typeof words] ?? 'Failed';
	return invalid(`The action ${action} is not possible: the call is already ${now}.`);
}
