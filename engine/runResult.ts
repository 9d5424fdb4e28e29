import type {
	ExecutionError,
	IBinaryData,
	INodeExecutionData,
	IRun,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { BinaryDataService, Container } from './n8nCore';

/** What came out of one execution, read as a user reads it in the editor. */
export class RunResult {
	constructor(
		/** n8n's own record of the execution. */
		readonly run: IRun,
		/** Execution ID, as `$execution.id` shows it. */
		readonly executionId: string,
	) {}

	/** `success`, `error`, `canceled`, `waiting`, … */
	get status(): IRun['status'] {
		return this.run.status;
	}

	/** What stopped the execution; undefined when nothing did. */
	get error(): ExecutionError | undefined {
		return this.run.data.resultData.error;
	}

	/** Name of the node that ran last. */
	get lastNode(): string | undefined {
		return this.run.data.resultData.lastNodeExecuted;
	}

	/** Names of the nodes that ran, in the order of their first run. */
	get nodes(): string[] {
		return Object.entries(this.run.data.resultData.runData)
			.sort(([, a], [, b]) => (a[0]?.executionIndex ?? 0) - (b[0]?.executionIndex ?? 0))
			.map(([name]) => name);
	}

	/** One entry for each time the node ran; empty when it did not. */
	runs(node: string | undefined = this.lastNode): ITaskData[] {
		return (node !== undefined && this.run.data.resultData.runData[node]) || [];
	}

	/**
	 * The node's outputs, one array of items for each.
	 *
	 * @param node the last node when left out
	 * @param runIndex which run of the node, the last when left out
	 */
	output(node?: string, runIndex?: number): INodeExecutionData[][] {
		const runs = this.runs(node);
		const run = runs[runIndex ?? runs.length - 1];
		return (run?.data?.main ?? []).map((items) => items ?? []);
	}

	/** The items of one output. @param branch number of the output, 0 is the first */
	items(node?: string, branch = 0): INodeExecutionData[] {
		return this.output(node)[branch] ?? [];
	}

	/** The JSON of the items of one output. */
	json(node?: string, branch = 0): Array<INodeExecutionData['json']> {
		return this.items(node, branch).map((item) => item.json);
	}

	/** What stopped one node, also where the execution went on. */
	nodeError(node?: string): ExecutionError | undefined {
		return this.runs(node).at(-1)?.error;
	}

	/** Hints the node showed beside its output. */
	hints(node?: string): NodeExecutionHint[] {
		return this.runs(node).flatMap((run) => run.hints ?? []);
	}

	/** The bytes of an item's binary data, wherever n8n keeps them. */
	async binary(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
		const binary: IBinaryData | undefined = item.binary?.[property];
		if (!binary) {
			throw new Error(
				`The item has no binary data "${property}", only: ${Object.keys(item.binary ?? {}).join(', ') || 'none'}`,
			);
		}
		return await Container.get(BinaryDataService).getAsBuffer(binary);
	}
}
