/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { EventEmitter } from 'node:events';
import type { ITaskData, WorkflowExecuteMode } from 'n8n-workflow';
import type { RunResult } from './runResult';

/** An execution that a webhook call started. */
export interface Execution {
	id: string;
	workflowId: string;
	mode: WorkflowExecuteMode;
	/** Name of the trigger node. */
	startedBy: string;
	/** Set when the execution has ended. */
	result?: RunResult;
}

interface Events {
	started: [Execution];
	/** A node has run. */
	node: [Execution, string, ITaskData];
	finished: [Execution];
	/** An execution that waited has ended, or waits again. */
	resumed: [Execution];
}

/** The list of executions that webhook calls started, oldest first. */
export class Executions extends EventEmitter<Events> {
	readonly all: Execution[] = [];
	/**
	 * Stores an execution before it starts; a test makes it slow or lets it fail, as a database does. n8n
	 * answers the webhook call only afterwards.
	 */
	store: () => Promise<void> = async () => {};

	/** Executions that have not ended. */
	get running(): Execution[] {
		return this.all.filter((execution) => !execution.result);
	}

	/**
	 * Resolves with the results of the first `count` executions when they have ended, in the order in
	 * which they started.
	 *
	 * @param timeoutMs after this long it rejects and says how many there were; 20 seconds when left out
	 */
	async wait(count: number, timeoutMs = 20_000): Promise<RunResult[]> {
		const finished = () => this.all.slice(0, count).flatMap((execution) => execution.result ?? []);
		return await new Promise((resolve, reject) => {
			const check = () => {
				const results = finished();
				if (results.length < count) return;
				stop();
				resolve(results);
			};
			const timer = setTimeout(() => {
				stop();
				reject(
					new Error(
						`Waited ${timeoutMs} ms for ${count} executions: ${this.all.length} started, ${finished().length} ended`,
					),
				);
			}, timeoutMs);
			const stop = () => {
				clearTimeout(timer);
				this.off('finished', check);
			};
			this.on('finished', check);
			check();
		});
	}

	/** Forgets the executions that have ended. */
	clear(): void {
		this.all.splice(0, this.all.length, ...this.running);
	}
}
