import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { graphOf } from '../../shared/graph';
import { readCredential } from '../../shared/credential';
import { errorJson, toNodeError } from '../../shared/errors';
import { Files } from './files';
import { labelOf } from './labels';
import { ItemWithBinary, type Operation, type Result } from './operation';
import { Parameters } from './parameters';
import { pool } from './pool';

/** Enough to reach Meta's default 80 messages a second at 250 ms a request. */
const WIDTH = 20;

/**
 * Runs an operation for every input item: in a bounded pool, results in the order of the items, each
 * paired with its item.
 *
 * With `continueOnFail` an item that fails yields its explained error, without it the run stops: what is
 * in flight finishes, nothing new starts, and the first error is thrown.
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: Operation,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const credential = await readCredential(context);
	const graph = graphOf(context, credential);
	const once = memo();
	const label = (field: string) => labelOf(operation.fields, field);
	const items = context.getInputData();
	const results: INodeExecutionData[][] = items.map(() => []);

	await pool(items.length, WIDTH, async (itemIndex) => {
		try {
			const result = await operation.run({
				graph,
				credential,
				param: new Parameters(context, itemIndex, credential),
				files: new Files(context, itemIndex),
				once,
				itemIndex,
				context,
			});
			results[itemIndex] = toItems(result, itemIndex);
		} catch (error) {
			const nodeError = toNodeError(node, error, { itemIndex, label });
			if (!continueOnFail) throw nodeError;
			results[itemIndex] = [{ json: errorJson(nodeError), pairedItem: { item: itemIndex } }];
		}
	});
	return [results.flat()];
}

function toItems(result: Result, item: number): INodeExecutionData[] {
	return (Array.isArray(result) ? result : [result]).map((one) =>
		one instanceof ItemWithBinary
			? { json: one.json, binary: one.binary, pairedItem: { item } }
			: { json: one, pairedItem: { item } },
	);
}

function memo(): <T>(key: string, make: () => Promise<T>) => Promise<T> {
	const made = new Map<string, Promise<unknown>>();
	return async <T>(key: string, make: () => Promise<T>) => {
		let promise = made.get(key) as Promise<T> | undefined;
		if (!promise) {
			promise = make();
			made.set(key, promise);
			promise.catch(() => made.delete(key));
		}
		return await promise;
	};
}
