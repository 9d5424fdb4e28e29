/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createContext, runInContext } from 'node:vm';
import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { describe, parameter } from './describe';

/** Code, JavaScript only: n8n runs it in a task runner, the engine in a separate context. */
export const code: INodeType = {
	description: describe(
		'code',
		[1, 2],
		[
			parameter('mode', 'options', 'runOnceForAllItems', { options: [] }),
			parameter('language', 'options', 'javaScript', { options: [] }),
			parameter('jsCode', 'string', ''),
		],
	),
	async execute() {
		const items = this.getInputData();
		const runCode = async (index: number): Promise<unknown> => {
			const names = this.getWorkflowDataProxy(index) as unknown as Record<string, unknown>;
			const source = this.getNodeParameter('jsCode', index, '', { rawExpressions: true }) as string;
			const globals: Record<string, unknown> = { console, Buffer, items };
			for (const name of [
				'$',
				'$input',
				'$json',
				'$binary',
				'$node',
				'$now',
				'$today',
				'$execution',
				'$workflow',
				'$itemIndex',
				'$runIndex',
				'DateTime',
				'Duration',
				'Interval',
				'$jmespath',
			]) {
				globals[name] = names[name];
			}
			globals.$getWorkflowStaticData = (type: string) => this.getWorkflowStaticData(type);
			return await runInContext(`(async () => {${source}\n})()`, createContext(globals));
		};
		if (this.getNodeParameter('mode', 0) === 'runOnceForEachItem') {
			const outputs = await Promise.all(items.map(async (_, index) => await runCode(index)));
			return [outputs.flatMap((output, index) => toItems(output, index))];
		}
		return [toItems(await runCode(0))];
	},
};

function toItems(output: unknown, index?: number): INodeExecutionData[] {
	const list = Array.isArray(output)
		? output
		: output === undefined || output === null
			? []
			: [output];
	return list.map((one: IDataObject) => {
		const item = 'json' in one ? (one as unknown as INodeExecutionData) : { json: one };
		return index === undefined ? item : { ...item, pairedItem: { item: index } };
	});
}
