import { AUTHENTICATION } from '../graph/checkBody';
import { reachesAccount } from '../graph/auth';
import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import type { NodeType } from '../graph/graph';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../graph/routeModule';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { checkSignup, type SignupFields } from './signupRules';
import { states } from './states';

/** An in-app sign-up for marketing messages. */
export interface Signup extends SignupFields {
	id: string;
	status: 'ACTIVE' | 'DISABLED';
	businessAccountId: string;
}

/** Sign-ups by ID, oldest first. */
export function signups(_world: World): Map<string, Signup> {
	void _world;
	return new Map();
}

/** The path segment `signups`, which holds every sign-up. */
const SIGNUPS: NodeType<{ all: true }> = { graphType: 'WhatsAppSignups' };

/** `/{waba}/signups` and `/signups/{id}`. */
export function signupRoutes({ graph }: SandboxApp, world: World): void {
	graph.node(SIGNUPS, {
		find: (id) => (id === 'signups' ? { all: true } : undefined),
		fields: {},
		defaults: [],
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'signups', (account, request) => {
		checkEnabled(world, account);
		const own = [...world.use(signups).values()].filter(
			({ businessAccountId }) => businessAccountId === account.id,
		);
		const { data, ...rest } = paginate(own, request, ({ id }) => id);
		return { data: data.map(viewOf), ...rest };
	});
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'signups', (account, { params }) => {
		checkEnabled(world, account);
		const state = world.use(states).ofAccount(account);
		const fields = checkSignup(params, { accepted: state.signupTermsAccepted });
		state.signupTermsAccepted = true;
		const signup: Signup = {
			id: world.ids.object(7),
			status: 'ACTIVE',
			businessAccountId: account.id,
			...fields,
		};
		world.use(signups).set(signup.id, signup);
		return { id: signup.id };
	});
	graph.edge(SIGNUPS, 'GET', ':id', (_all, request) => viewOf(signupOf(world, request)));
	graph.edge(SIGNUPS, 'POST', ':id', (_all, request) => {
		const signup = signupOf(world, request);
		const { status, ...fields } = request.params;
		if (status !== undefined && status !== 'ACTIVE' && status !== 'DISABLED') {
			throw invalidParameter('Param status must be one of {ACTIVE, DISABLED}.');
		}
		const changes = Object.keys(fields).filter((key) => !AUTHENTICATION.includes(key));
		if (status === undefined && changes.length === 0) throw parameterRequired('status');
		const { id: _id, status: _status, businessAccountId: _account, ...present } = signup;
		void [_id, _status, _account];
		const merged = checkSignup({ ...present, ...fields }, { accepted: true });
		Object.assign(signup, merged, status !== undefined && { status });
		return { success: true };
	});
}

function viewOf({ businessAccountId, ...signup }: Signup) {
	void businessAccountId;
	return signup;
}

function signupOf(world: World, { parts, caller }: GraphRequest): Signup {
	const signup = world.use(signups).get(parts.id);
	if (signup && reachesAccount(world, caller, signup.businessAccountId)) return signup;
	throw new GraphError({
		code: 100,
		subcode: 2494164,
		message: 'Invalid parameter',
		userTitle: 'Signup does not exist',
		userMessage: `The signup ${parts.id} does not exist.`,
	});
}

function checkEnabled(world: World, account: BusinessAccount): void {
	if (world.use(states).ofAccount(account).signupsEnabled) return;
	throw new GraphError({
		code: 100,
		subcode: 2494165,
		message: 'Invalid parameter',
		userTitle: 'In-app signups are not enabled',
		userMessage: 'In-app signups are not enabled for this WhatsApp Business Account.',
	});
}
