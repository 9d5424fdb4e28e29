import type { IHookFunctions } from 'n8n-workflow';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { toNodeError, type NodeError } from '../../shared/errors';
import { isRegistered, register, unregister } from './lifecycle';
import { readBeforeTest } from '../beforeTest';

/** Display names of the parameters that a refusal can be about. */
const LABELS: Record<string, string> = {
	events: 'Events',
	phoneNumber: 'Phone Number',
	registerFor: 'Register For',
};

/** The life cycle as n8n calls it, with what went wrong as errors of n8n. */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
	return await asNodeErrors(context, async () => await isRegistered(context));
}

export async function create(context: IHookFunctions): Promise<boolean> {
	await asNodeErrors(context, async () => await register(context));
	return true;
}

/**
 * n8n repeats a removal that throws, so only what may pass throws. Neither a refused token nor the end
 * of a test run may keep a workflow from being deactivated.
 */
export async function remove(context: IHookFunctions): Promise<boolean> {
	const isTest = readBeforeTest(context) !== undefined;
	try {
		await unregister(context);
	} catch (error) {
		if (!isTest && isWorthRepeating(error)) throw toNodeError(context.getNode(), error);
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.warn(`WhatsApp Cloud API Trigger: the webhook could not be removed: ${reason}`);
	}
	return true;
}

async function asNodeErrors<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw inOneMessage(toNodeError(context.getNode(), error, { label: (field) => LABELS[field] }));
	}
}

/** n8n shows only the message of what a hook throws, so the way out is said there, too. */
function inOneMessage(error: NodeError): NodeError {
	if (error.description) error.message = `${error.message}. ${error.description}`;
	return error;
}

/** Whether trying again later may help: n8n repeats a failed removal. */
function isWorthRepeating(error: unknown): boolean {
	return (
		error instanceof CloudApiError && (error.retry === 'transient' || error.retry === 'throttled')
	);
}
