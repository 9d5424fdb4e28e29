import type { IExecuteFunctions } from 'n8n-workflow';
import { sha256Hex } from '../../shared/digest';
import { Ledger } from './ledger';
import { isTool, triesOf } from './tool';

/** Of all ledgers together; one whose next try may still come stays whatever its size. */
const MAX_ENTRIES = 20_000;
/** n8n waits at most 5 seconds before the next try. */
const NEXT_TRY_MS = 10_000;
const KEEP_MS = 3_600_000;

/**
 * Ledgers of runs that have failed, oldest first. A run that is under way holds its ledger alone, so that
 * two calls at the same time never share one.
 */
const kept = new Map<string, Ledger[]>();

/**
 * Ledgers of failed tool calls by the very object that carries the call's input: n8n passes the same
 * object to each try of one call and a new one to each call, so equal calls are never confused.
 */
const ofToolCalls = new WeakMap<object, Ledger>();

/**
 * The ledger of this run: that of an earlier failed try where there is one, else a new one.
 *
 * - A try of the same run of a node has the same execution, node, and run index. Turns of a loop differ.
 * - A try of the same tool call has the same input object (n8n raises the run index with each try).
 * - A caller outside our view (an AI model, the parent of a sub-workflow) that repeats a call which failed
 *   for good repeats its input: the call continues where the failed one ended. A call that succeeded
 *   leaves nothing behind, so the same call again is a new one.
 */
export function openLedger(context: IExecuteFunctions): Ledger {
	const call = toolCallOf(context);
	const own = (call && ofToolCalls.get(call)) ?? take(runKey(context));
	if (own) return own;
	const key = kept.size > 0 ? callerKey(context) : undefined;
	return (key !== undefined && take(key)) || new Ledger();
}

/** Keeps the ledger of a run that has failed for the next try, and drops it once all items are done. */
export function closeLedger(context: IExecuteFunctions, ledger: Ledger, complete: boolean): void {
	const call = toolCallOf(context);
	if (call) ofToolCalls.delete(call);
	if (!complete && context.getExecutionId()) {
		ledger.lastUsed = Date.now();
		ledger.tries += 1;
		const key = ledger.tries < triesOf(context) ? undefined : callerKey(context);
		if (key !== undefined) {
			ledger.tries = 0;
			keep(key, ledger);
		} else if (call) {
			ofToolCalls.set(call, ledger);
		}
		if (key === undefined && context.getNode().retryOnFail === true) {
			keep(runKey(context), ledger);
		}
	}
	forget();
}

function runKey(context: IExecuteFunctions): string {
	const runIndex = context.evaluateExpression('{{ $runIndex }}', 0);
	return ['run', context.getExecutionId(), context.getNode().id, String(runIndex)].join(' ');
}

/** Names what a caller outside our view would repeat; `undefined` where there is no such caller. */
function callerKey(context: IExecuteFunctions): string | undefined {
	const parent = parentExecutionOf(context);
	const execution = isTool(context) ? context.getExecutionId() : parent;
	if (execution === undefined) return undefined;
	const { id } = context.getNode();
	const turn = isTool(context) ? '' : String(context.evaluateExpression('{{ $runIndex }}', 0));
	return ['call', execution, context.getWorkflow().id, id, turn, fingerprintOf(context)].join(' ');
}

/** A hash of the input's JSON, without the ID that n8n gives each tool call. */
function fingerprintOf(context: IExecuteFunctions): string {
	const inputs = context.getInputData().map(({ json }) => ({ ...json, toolCallId: undefined }));
	return sha256Hex(JSON.stringify(inputs));
}

function toolCallOf(context: IExecuteFunctions): object | undefined {
	return isTool(context) ? context.getInputData()[0]?.json : undefined;
}

/** The execution that called this one as a sub-workflow. */
function parentExecutionOf(context: IExecuteFunctions): string | undefined {
	return context.getExecutionContext?.()?.parentExecutionId;
}

function keep(key: string, ledger: Ledger): void {
	kept.set(key, [...(kept.get(key) ?? []).filter((other) => other !== ledger), ledger]);
}

function take(key: string): Ledger | undefined {
	const ledgers = kept.get(key);
	const ledger = ledgers?.shift();
	if (ledgers?.length === 0) kept.delete(key);
	return ledger;
}

function forget(): void {
	const now = Date.now();
	const all = [...kept].flatMap(([key, ledgers]) => ledgers.map((ledger) => ({ key, ledger })));
	let entries = 0;
	for (const { ledger } of all) entries += ledger.size;
	for (const { key, ledger } of all.sort((a, b) => a.ledger.lastUsed - b.ledger.lastUsed)) {
		const { size, lastUsed } = ledger;
		const expired = lastUsed < now - KEEP_MS;
		if (!expired && (entries <= MAX_ENTRIES || lastUsed > now - NEXT_TRY_MS)) return;
		drop(key, ledger);
		entries -= size;
	}
}

function drop(key: string, ledger: Ledger): void {
	const left = (kept.get(key) ?? []).filter((other) => other !== ledger);
	if (left.length > 0) kept.set(key, left);
	else kept.delete(key);
}
