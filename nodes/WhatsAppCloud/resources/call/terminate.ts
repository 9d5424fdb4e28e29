import { endCall } from '../../../../cloud-api/calling/calls';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { callId } from './fields';

export const terminate: Operation = {
	name: 'Terminate',
	value: 'terminate',
	action: 'End a call',
	description: 'End a call that was accepted',
	fields: [number, callId],
	async run({ graph, param }) {
		const id = param.text('callId').trim();
		await endCall(graph, param.sender(), id, 'terminate');
		return { callId: id, terminated: true };
	},
};
