import { ControlError } from '../../control/controlError';
import type { Customer } from '../../world/directory';
import type { StoredMessage } from '../../world/messages';
import type { World } from '../../world/world';
import { flows } from '../flow';
import { errorsOf } from '../flowErrors';
import { FlowSession } from './session';

const UNAVAILABLE = 'This form is no longer available.';

/** `world.use(flowSessions)`: opened flows by ID. */
export function flowSessions(): Map<string, FlowSession> {
	return new Map();
}

/** A customer opens the flow of a message. Throws ControlError. */
export async function openFlow(
	world: World,
	customer: Customer,
	message: StoredMessage,
): Promise<FlowSession> {
	const { view } = message;
	const sent = view.flow;
	if (!sent) throw new ControlError(`Message ${view.id} has no flow`);
	if (view.customer !== customer.waId) {
		throw new ControlError(`Message ${view.id} was sent to another customer`);
	}
	if (sent.expired) throw new ControlError('The form is no longer available', 409);
	const number = world.directory.numbers.get(view.phoneNumberId);
	const flow = world.use(flows).get(sent.id);
	const asset = sent.mode === 'draft' ? flow?.asset : flow?.live[0];
	if (flow && sent.mode === 'draft' && asset && !asset.json) {
		throw new ControlError(errorsOf(flow), 409);
	}
	if (!number || !flow || !asset?.json || ['DEPRECATED', 'BLOCKED'].includes(flow.status)) {
		throw new ControlError(UNAVAILABLE, 409);
	}
	const { json } = asset;
	const session = new FlowSession(world.ids.trace(), {
		world,
		number,
		customer,
		message,
		sent,
		flow,
		asset: { ...asset, json },
	});
	world.use(flowSessions).set(session.id, session);
	await session.start();
	return session;
}
