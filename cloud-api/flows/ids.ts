import { graphId } from '../graphId';

/**
 * Checks the ID of a flow.
 *
 * @throws InvalidInputError with the field `flow` when it does not consist of digits
 */
export function flowId(id: string): string {
	return graphId(id, 'flow', 'The flow ID');
}
