import { targetOf } from '../messages/incomingBody';
import { answerFlow } from '../flows/session/answer';
import { flowSessions, openFlow } from '../flows/session/opening';
import type { FlowSession } from '../flows/session/session';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import { customerNamed } from './customers';
import type { FlowStep, FlowValue, MessageView } from './types';

/** Control calls that open flows as a customer, and answer them. */
export function flowPlayRoutes(call: Call, world: World): void {
	const find = (id: string): FlowSession => {
		const session = world.use(flowSessions).get(id);
		if (!session) throw new ControlError(`There is no opened flow ${id}`, 404);
		return session;
	};
	const open = async (customer: string, messageId: string) =>
		await openFlow(world, customerNamed(world, customer), targetOf(world, messageId));

	call(
		'POST',
		'/customers/:customer/flows',
		async ({ messageId }: { messageId: string }, { customer }) =>
			(await open(customer, messageId)).view(),
	);
	call('GET', '/flow-sessions/:id', (_input, { id }) => find(id).view());
	call('POST', '/flow-sessions/:id/steps', async (step: FlowStep, { id }) => {
		const session = find(id);
		await session.step(step);
		return session.view();
	});
	call(
		'POST',
		'/customers/:customer/flow-answers',
		async (
			{ messageId, answers }: { messageId: string; answers: Record<string, FlowValue> },
			{ customer },
		): Promise<MessageView> => {
			const session = await open(customer, messageId);
			await answerFlow(session, answers ?? {});
			return targetOf(world, session.view().answer ?? '').view;
		},
	);
}
