import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { GraphApi } from '../../../cloud-api/graph';
import { outgoingRequest } from '../../../cloud-api/messages/outgoing';
import type { Transport } from '../../../cloud-api/transport';
import { readCredential, type Credential } from '../../shared/credential';
import { failedItem, toNodeError } from '../../shared/errors';
import { keptConnections } from '../../shared/keptConnections';
import { nodeTransport } from '../../shared/nodeTransport';
import { Files } from './files';
import { labelOf } from './labels';
import { closeLedger, openLedger, remembered } from './ledger';
import { ItemWithBinary, type Operation, type Result } from './operation';
import { paced } from './paced';
import { Parameters } from './parameters';
import { pool } from './pool';
import { predecessors } from './predecessors';
import { repeated } from './repeated';
import { Run } from './run';
import { readSendingOptions, sendingOptions } from './sendingOptions';
import { tellWhatWasDone, type Failures } from './whatWasDone';

/** Requests under way at once for operations that send nothing. */
const WIDTH = 20;
/** Enough to keep Meta's highest pace when an answer takes a quarter of a second. */
const MAX_SENDING = 250;

/**
 * Runs an operation for every input item: in a bounded pool, results in the order of the items, each
 * paired with its item. Messages to one recipient leave in the order of their items.
 *
 * With `continueOnFail` an item that fails yields its explained error, without it the run stops: what is
 * in flight finishes, nothing new starts, and the first error is thrown with what was done until then.
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: Operation,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const fields = operation.sends ? [...operation.fields, sendingOptions] : operation.fields;
	const label = (field: string) => labelOf(fields, field);
	const items = context.getInputData();
	const { run, credential } = await prepare(context, operation).catch((error: unknown) =>
		Promise.reject(toNodeError(node, error, { label })),
	);
	const ledger = openLedger(context);
	const reach = repeated(paced(reachMeta(context, credential, run), run), run);
	const { baseUrl, graphVersion: version } = credential;
	const results: INodeExecutionData[][] = items.map(() => []);
	const failures: Failures = new Map();
	const parameters = new Map<number, Parameters>();
	const parametersOf = (itemIndex: number) => {
		const given = parameters.get(itemIndex) ?? new Parameters(context, itemIndex, credential);
		parameters.set(itemIndex, given);
		return given;
	};

	const runItem = async (itemIndex: number) => {
		try {
			run.check();
			const transport = remembered(reach, run, ledger, itemIndex);
			const result = await operation.run({
				graph: new GraphApi({ transport, baseUrl, version }),
				credential,
				param: parametersOf(itemIndex),
				files: new Files(context, itemIndex),
				once: async (key, make) => await ledger.once(key, make),
				itemIndex,
				context,
			});
			results[itemIndex] = toItems(result, itemIndex);
		} catch (error) {
			const nodeError = toNodeError(node, error, { itemIndex, label });
			failures.set(itemIndex, nodeError);
			if (!continueOnFail) {
				run.halt(nodeError);
				throw nodeError;
			}
			results[itemIndex] = [failedItem(node, nodeError, itemIndex)];
		} finally {
			parameters.delete(itemIndex);
		}
	};
	const width = operation.sends
		? Math.min(MAX_SENDING, Math.max(WIDTH, Math.ceil(run.options.perSecond)))
		: WIDTH;
	try {
		await pool(
			{
				count: items.length,
				width,
				after: operation.sends ? predecessors(items.length, parametersOf) : undefined,
				ended: () => run.cancelled,
			},
			runItem,
		);
		if (run.cancelled) run.check();
	} catch (error) {
		const reason = run.cancelled ? run.canceled() : error;
		throw tellWhatWasDone(toNodeError(node, reason), run, items.length, failures);
	} finally {
		closeLedger(context, ledger, failures.size === 0 && !run.cancelled);
	}
	return [results.flat()];
}

/** Through n8n; messages over kept connections where the user wants that. */
function reachMeta(context: IExecuteFunctions, credential: Credential, run: Run): Transport {
	const careful = nodeTransport(context, credential);
	if (!run.options.keepConnections) return careful;
	const direct = keptConnections(credential, careful, context.getExecutionCancelSignal());
	return async (request) => await (outgoingRequest(request) ? direct : careful)(request);
}

async function prepare(context: IExecuteFunctions, operation: Operation) {
	const credential = await readCredential(context);
	const sends = operation.sends === true;
	const options = readSendingOptions(context, sends);
	return { credential, run: new Run(sends, options, context.getExecutionCancelSignal()) };
}

function toItems(result: Result, item: number): INodeExecutionData[] {
	return (Array.isArray(result) ? result : [result]).map((one) =>
		one instanceof ItemWithBinary
			? { json: one.json, binary: one.binary, pairedItem: { item } }
			: { json: one, pairedItem: { item } },
	);
}
