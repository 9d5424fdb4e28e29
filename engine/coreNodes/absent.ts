import type { INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { describe } from './describe';

/**
 * A node type of n8n that has no stand-in here. A workflow that contains it loads, and runs in mode
 * `manual` when the node has pinned data; running the node itself says what to do.
 */
export function absentNode(type: string): INodeType {
	const name = type.split('.').pop() ?? type;
	const isTrigger = name.endsWith('Trigger');
	return {
		description: describe(name, 1, [], {
			group: [isTrigger ? 'trigger' : 'transform'],
			...(isTrigger ? { inputs: [] } : {}),
		}),
		...(isTrigger
			? { trigger: async () => ({}) }
			: {
					async execute() {
						throw new NodeOperationError(
							this.getNode(),
							`The engine of this repository has no stand-in for "${type}"`,
							{
								description:
									'Pin data to the node and run in mode "manual", or add a stand-in to engine/coreNodes',
							},
						);
					},
				}),
	};
}
