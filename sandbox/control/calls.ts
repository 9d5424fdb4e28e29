import { finish, startCall } from '../calls/flow';
import { publishMedia } from '../calls/media';
import { grant, revoke } from '../calls/permissions';
import { calls, type Call as PhoneCall } from '../calls/store';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import { customerNamed } from './customers';
import type { CallInput, CallView } from './types';

/** Control calls that play the calling customer, and Meta's recording of the call. */
export function callControls(call: Call, world: World): void {
	call('GET', '/calls', (): CallView[] => [...world.use(calls).values()].map(({ view }) => view));
	call(
		'POST',
		'/customers/:customer/calls',
		(input: CallInput, { customer }): CallView =>
			startCall(world, numberOf(world, input.phoneNumberId), customerNamed(world, customer), input),
	);
	call('POST', '/calls/:id/hang-up', async (_input: object, { id }): Promise<CallView> => {
		const found = callOf(world, id);
		const { state } = found.view;
		if (state !== 'ringing' && state !== 'accepted')
			throw new ControlError('The call has ended', 409);
		await finish(world, found, state === 'ringing' ? 'canceled' : 'ended');
		return found.view;
	});
	call('POST', '/calls/:id/media', async (_input: object, { id }) => {
		const found = callOf(world, id);
		if (found.view.state !== 'ended') {
			throw new ControlError('Only a call that was accepted and has ended has a recording', 409);
		}
		await publishMedia(world, found);
	});
	call(
		'POST',
		'/customers/:customer/call-permission',
		(
			input: { phoneNumberId?: string; permission: 'temporary' | 'permanent' | 'none' },
			{ customer },
		) => {
			const number = numberOf(world, input.phoneNumberId);
			const person = customerNamed(world, customer);
			if (input.permission === 'none') revoke(world, number, person);
			else grant(world, number, person, { permanent: input.permission === 'permanent' });
		},
	);
}

function numberOf(world: World, id = world.seed.phoneNumberId): PhoneNumber {
	const number = world.directory.numbers.get(id);
	if (!number) throw new ControlError(`There is no phone number ${id}`, 404);
	return number;
}

function callOf(world: World, id: string): PhoneCall {
	const found = world.use(calls).get(id);
	if (!found) throw new ControlError(`There is no call ${id}`, 404);
	return found;
}
