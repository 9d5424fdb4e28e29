import type { IHookFunctions } from 'n8n-workflow';
import { toNodeError, type NodeError } from '../../shared/errors';
import { readBeforeTest } from '../registrationMemory';
import {
	forgetFailedActivation,
	isFailedActivation,
	noteFailedActivation,
} from './failedActivations';
import { isRegistered, register, unregister } from './lifecycle';
import { isWorthRetrying } from './unanswered';

/** Display names of the parameters that an error can be about. */
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
 * n8n repeats a removal that throws, so only what may pass throws. Neither a rejected token nor the end
 * of a test run may keep a workflow from being unpublished.
 */
export async function remove(context: IHookFunctions): Promise<boolean> {
	if (isFailedActivation(context)) return true;
	const isTest = readBeforeTest(context) !== undefined;
	try {
		await unregister(context);
	} catch (error) {
		if (!isTest && isWorthRetrying(error)) throw toNodeError(context.getNode(), error);
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.warn(`WhatsApp Cloud API Trigger: the webhook could not be removed: ${reason}`);
	}
	return true;
}

async function asNodeErrors<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	const isTest = context.getActivationMode() === 'manual';
	try {
		const result = await work();
		forgetFailedActivation(context);
		return result;
	} catch (error) {
		if (!isTest) noteFailedActivation(context);
		throw inOneMessage(toNodeError(context.getNode(), error, { label: (field) => LABELS[field] }));
	}
}

/** n8n shows only the message of what a hook throws, so it contains the fix, too. */
function inOneMessage(error: NodeError): NodeError {
	const fix = error.description?.replace(/\.$/, '');
	if (fix && !error.message.includes(fix)) error.message = `${error.message}. ${error.description}`;
	return error;
}
