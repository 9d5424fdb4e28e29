import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { answerJoinRequests } from '../../../../cloud-api/groups/joinRequests';
import type { Call } from '../../runtime/operation';

export const joinRequestIds: INodeProperties = {
	displayName: 'Join Request IDs',
	name: 'joinRequestIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw',
	description:
		'IDs of the join requests, separated by commas or line breaks. Get Join Requests returns them, and the trigger returns "joinRequestId".',
};

/** Approves or rejects join requests; one output item for each. */
export async function answer({ graph, param }: Call, approve: boolean): Promise<IDataObject[]> {
	const outcomes = await answerJoinRequests(
		graph,
		param.text('groupId'),
		param.texts('joinRequestIds'),
		approve,
	);
	return outcomes.map(({ success, ...outcome }) => ({
		[approve ? 'approved' : 'rejected']: success,
		...outcome,
	}));
}
