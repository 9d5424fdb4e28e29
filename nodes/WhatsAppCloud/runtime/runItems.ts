import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { GraphApi } from '../../../cloud-api/graph';
import type { Transport } from '../../../cloud-api/transport';
import { readCredential, type Credential } from '../../shared/credential';
import { withDefaults } from '../../shared/defaults';
import { failedItem, toNodeError, type NodeError } from '../../shared/errors';
import { graphOf, graphOptions } from '../../shared/graph';
import { keepAliveTransport } from '../../shared/keepAliveTransport';
import { n8nTransport } from '../../shared/n8nTransport';
import { Files } from './files';
import { addHints } from './hints';
import { labelOf } from './labels';
import { withLedger } from './ledger';
import { closeLedger, openLedger } from './ledgers';
import { ItemWithBinary, type Call, type Operation, type Result } from './operation';
import { errorAsResult, explainToModel, isTool, triesOf } from './tool';
import { withRateLimit } from './withRateLimit';
import { Parameters } from './parameters';
import { pool } from './pool';
import { recipientOrder } from './recipientOrder';
import { withRetries } from './withRetries';
import { Run } from './run';
import { readDeliveryOptions, deliveryOptions } from './deliveryOptions';
import { addPartialResult, type Failures } from './partialResult';

/** Concurrent requests of operations that send nothing. */
const WIDTH = 20;
/** Concurrent messages: enough for Meta's highest throughput when an answer takes a quarter of a second. */
const MAX_SENDING = 250;

/**
 * Runs an operation for every input item: in a bounded pool, results in the order of the items, each
 * paired with its item. Messages to one recipient are sent in the order of their items.
 *
 * With `continueOnFail`, an item that fails returns its explained error. Without it the run stops: requests
 * under way finish, nothing new starts, and the first error is thrown with what was sent before.
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: Operation,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const fields = operation.sends ? [...operation.fields, deliveryOptions] : operation.fields;
	const label = (field: string) => labelOf(fields, field);
	const items = context.getInputData();
	const prepared = await prepare(context, operation).catch(
		async (error: unknown) => await failed(context, toNodeError(node, error, { label })),
	);
	if (Array.isArray(prepared)) return prepared;
	const { run, credential } = prepared;
	const ledger = openLedger(context);
	const send = withRetries(withRateLimit(transportOf(context, credential, run), run), run);
	const results: INodeExecutionData[][] = items.map(() => []);
	const failures: Failures = new Map();
	const parameters = new Map<number, Parameters>();
	const parametersOf = (itemIndex: number) => {
		const ofItem = parameters.get(itemIndex) ?? new Parameters(context, itemIndex, credential);
		parameters.set(itemIndex, ofItem);
		return ofItem;
	};

	const callOf = (itemIndex: number): Call => ({
		graph: new GraphApi(graphOptions(credential, withLedger(send, run, ledger, itemIndex))),
		credential,
		param: parametersOf(itemIndex),
		files: new Files(context, itemIndex),
		once: async (key, make) => await ledger.once(key, make),
		itemIndex,
		all: () => items.map((_, index) => callOf(index)),
		context,
	});

	const runItem = async (itemIndex: number) => {
		try {
			run.check();
			const result = await operation.run(callOf(itemIndex));
			results[itemIndex] = toItems(result, itemIndex);
		} catch (error) {
			const nodeError = toNodeError(node, error, { itemIndex, label });
			failures.set(itemIndex, nodeError);
			if (!continueOnFail) {
				run.halt(nodeError);
				throw nodeError;
			}
			if (isTool(context)) explainToModel(nodeError);
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
				after: operation.sends ? recipientOrder(items.length, parametersOf) : undefined,
				ended: () => run.cancelled,
			},
			runItem,
		);
		if (run.cancelled) run.check();
	} catch (error) {
		const reason = run.cancelled ? run.canceled() : error;
		const nodeError = addPartialResult(toNodeError(node, reason), run, items.length, failures);
		if (run.cancelled) throw nodeError;
		return await failed(context, nodeError, triesOf(context) - ledger.tries - 1);
	} finally {
		closeLedger(context, ledger, failures.size === 0 && !run.cancelled);
	}
	const now = Date.now();
	addHints(context, { operation, credential, items, results, failures, now });
	return [results.flat()];
}

/** Requests through n8n; messages over reused connections where the options say so. */
function transportOf(context: IExecuteFunctions, credential: Credential, run: Run): Transport {
	const throughN8n = n8nTransport(context, credential);
	if (!run.options.keepConnections) return throughN8n;
	const direct = keepAliveTransport(
		async () => await readCredential(context),
		throughN8n,
		context.getExecutionCancelSignal(),
	);
	return async (request) => await (request.message ? direct : throughN8n)(request);
}

/** Throws, except where an agent would take that for success; see {@link errorAsResult}. */
async function failed(
	context: IExecuteFunctions,
	error: NodeError,
	triesLeft = 0,
): Promise<INodeExecutionData[][]> {
	if (!isTool(context)) return await Promise.reject(error);
	const result = errorAsResult(context, explainToModel(error), triesLeft);
	return result ?? (await Promise.reject(error));
}

async function prepare(context: IExecuteFunctions, operation: Operation) {
	const { parameters } = context.getNode();
	const isOpen = (name: string) =>
		operation.fields.some((field) => field.name === name) && mayBeEmpty(parameters[name]);
	const stored = await readCredential(context);
	const sends = operation.sends === true;
	const options = readDeliveryOptions(context, sends);
	const needs = { phoneNumber: isOpen('sender'), account: isOpen('account') };
	const credential = await withDefaults(graphOf(context, stored), stored, needs);
	return { credential, run: new Run(sends, options, context.getExecutionCancelSignal()) };
}

/** Whether a locator is empty or an expression, which may yield nothing. */
function mayBeEmpty(locator: unknown): boolean {
	const { value } =
		typeof locator === 'object' && locator !== null
			? (locator as { value?: unknown })
			: { value: locator };
	return (
		value === undefined ||
		value === null ||
		String(value).trim() === '' ||
		String(value).startsWith('=')
	);
}

function toItems(result: Result, item: number): INodeExecutionData[] {
	return (Array.isArray(result) ? result : [result]).map((one) =>
		one instanceof ItemWithBinary
			? { json: one.json, binary: one.binary, pairedItem: { item } }
			: { json: one, pairedItem: { item } },
	);
}
