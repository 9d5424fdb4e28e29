import type { KeyObject } from 'crypto';
import type { World } from '../../world/world';
import type { Flow } from '../flow';
import { callEndpoint } from './call';
import { recordPing } from './monitoring';

/** Sends a health check. Returns why the endpoint is not healthy, or `undefined`. */
export async function pingEndpoint(
	world: World,
	flow: Flow,
	key: KeyObject,
	version: string,
): Promise<string | undefined> {
	const answer = await callEndpoint(world, flow, key, { version, action: 'ping' });
	const problem = problemOf(answer);
	recordPing(world, flow, problem === undefined);
	return problem;
}

function problemOf({
	status,
	reason,
	data,
}: Awaited<ReturnType<typeof callEndpoint>>): string | undefined {
	if (reason) return reason;
	if (status !== 200) return `HTTP status ${status}`;
	const state = (data as { data?: { status?: unknown } } | null)?.data?.status;
	return state === 'active' ? undefined : 'the answer is not { "data": { "status": "active" } }';
}
