import type { EngineRequest, EngineResponse, IDataObject, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { describe, parameter } from './describe';

interface Tool {
	name: string;
	invoke(input: IDataObject): Promise<unknown>;
}

/**
 * Calls the tool that is connected to it once for each entry of `calls`, as n8n's AI Agent does: up to
 * version 2 it invokes the tool, and version 1 turns what the tool throws into an empty result; version 3
 * lets the engine run the tool as a node. There is no model: the calls are given.
 */
export const toolAgent: INodeType = {
	description: describe(
		'toolAgent',
		[1, 2, 3],
		[parameter('calls', 'string', '[]'), parameter('together', 'boolean', false)],
		{ inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }] },
	),
	async execute(response?: EngineResponse) {
		const calls = JSON.parse(String(this.getNodeParameter('calls', 0))) as IDataObject[];
		const { typeVersion } = this.getNode();
		if (typeVersion === 3) {
			const results = [
				...((response?.metadata as { results?: unknown[] } | undefined)?.results ?? []),
				...(response?.actionResponses ?? []).map(({ data }) => data),
			];
			if (results.length >= calls.length) return [[{ json: { results: results as string[] } }]];
			const together = this.getNodeParameter('together', 0) === true;
			const [tool] = this.getParentNodes(this.getNode().name, {
				connectionType: NodeConnectionTypes.AiTool,
				depth: 1,
			});
			const request: EngineRequest = {
				actions: (together ? calls : [calls[results.length]]).map((input, index) => ({
					actionType: 'ExecutionNodeAction',
					nodeName: tool.name,
					input,
					type: NodeConnectionTypes.AiTool,
					id: `call-${results.length + index}`,
					metadata: {},
				})),
				metadata: { results },
			};
			return request;
		}
		const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		const invoke = async (input: IDataObject) =>
			await tools[0]
				.invoke(input)
				.catch((error: Error) => (typeVersion === 1 ? '' : error.message));
		const results: unknown[] = [];
		if (this.getNodeParameter('together', 0) === true) {
			results.push(...(await Promise.all(calls.map(invoke))));
		} else {
			for (const input of calls) results.push(await invoke(input));
		}
		return [[{ json: { results: results as string[] } }]];
	},
};
