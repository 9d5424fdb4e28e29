import { endCall } from '../../../../cloud-api/calling/calls';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { callId } from './fields';

export const reject: Operation = {
	name: 'Reject',
	value: 'reject',
	action: 'Reject a call',
	description: 'Reject a call that is ringing, e.g. to answer it with a message',
	fields: [number, callId],
	async run({ graph, param }) {
		const id = param.text('callId').trim();
		await endCall(graph, param.sender(), id, 'reject');
		return { callId: id, rejected: true };
	},
};
