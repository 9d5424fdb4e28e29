/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { Response } from 'express';
import type { IExecuteResponsePromiseData, IN8nHttpFullResponse } from 'n8n-workflow';
import type { RunResult } from './runResult';

/**
 * How n8n answers a webhook with the response mode `responseNode`: with what a node gives to
 * `sendResponse`, with an error when the execution fails before, or with nothing.
 */
export class ResponseNode {
	private isAnswered = false;

	constructor(private readonly response: Response) {}

	/** What a node of the execution gave to `sendResponse`; only the first counts. */
	answer(data: IExecuteResponsePromiseData): void {
		if (this.isAnswered) return;
		this.isAnswered = true;
		const { body, headers, statusCode } = data as IN8nHttpFullResponse;
		if (statusCode) this.response.status(statusCode);
		for (const [name, value] of Object.entries(headers))
			this.response.setHeader(name, String(value));
		if (typeof body === 'string') this.response.send(body);
		else this.response.json(body);
		// As n8n does.
		process.nextTick(() => this.response.end());
	}

	/** The execution has ended. */
	end({ error }: RunResult): void {
		if (this.isAnswered) return;
		this.isAnswered = true;
		if (error) this.response.status(500).json({ message: 'Error in workflow' });
		else this.response.json(undefined);
	}
}
