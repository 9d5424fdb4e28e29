/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { RunResult } from '../engine';
import type { MessageView } from '../sandbox/control/types';
import { describeMessage } from './describe';
import { explainRun, type Reporter } from './reporter';
import { CUSTOMER_PICTURE, type Stage } from './stage';

/** Time after which the customer gives up waiting for a reply. */
const PATIENCE_MS = 20_000;

/** The conversation failed. The message says where. */
export class ConversationError extends Error {}

/**
 * Plays the first customer of the sandbox: sends a greeting and an image and taps a button. Each message
 * must get a reply, and each reply must be read, before the next message.
 *
 * @returns the numbers of messages sent and replies received
 * @throws ConversationError with the reason
 */
export async function playCustomer(
	stage: Stage,
	reporter: Reporter,
): Promise<{ messages: number; answers: number }> {
	const [{ waId }] = stage.sandbox.seed.customers;
	const customer = stage.sandbox.control.customer(waId);
	const turn = async (send: () => Promise<MessageView>) => await takeTurn(stage, reporter, send);

	const greeting = await turn(async () => await customer.sendText('Hello! Is my cake on its way?'));
	const picture = await turn(
		async () =>
			await customer.sendMedia('image', {
				data: (await readFile(CUSTOMER_PICTURE)).toString('base64'),
				mimeType: 'image/jpeg',
				filename: path.basename(CUSTOMER_PICTURE),
				caption: 'The last one arrived like this, lovely!',
			}),
	);
	const buttons = greeting.find(({ type }) => type === 'interactive');
	if (!buttons) throw new ConversationError('The reply to the greeting has no buttons.');
	const tap = await turn(async () => await customer.tap(buttons.id, 'delivery_time'));
	return { messages: 3, answers: greeting.length + picture.length + tap.length };
}

/** Sends one message of the customer and returns the replies in order. */
async function takeTurn(
	{ sandbox: { control }, engine, trigger }: Stage,
	reporter: Reporter,
	send: () => Promise<MessageView>,
): Promise<MessageView[]> {
	const before = new Set((await control.messages()).map(({ id }) => id));
	const { id } = await send();
	const result = await runFor(engine.executions, id).catch(() => undefined);
	reporter.message(await control.message(id));
	if (!result) {
		const delivery = (await control.deliveries()).at(-1);
		throw new ConversationError(
			`The workflow did not run for "${describeMessage(await control.message(id))}" within ${PATIENCE_MS / 1000} seconds (${trigger.active ? 'the trigger is registered' : 'the trigger is not registered'}; last webhook: ${delivery ? `${delivery.outcome}, answered ${delivery.status ?? 'nothing'}` : 'none'}).`,
		);
	}
	reporter.run(result);
	if (result.error) throw new ConversationError(explainRun(result));

	const sent = (await control.messages({ direction: 'outgoing' })).filter(
		(message) => !before.has(message.id),
	);
	// A reaction belongs to the customer's message and has no statuses.
	for (const reaction of sent.filter(({ type }) => type === 'reaction')) reporter.message(reaction);
	const answers = sent.filter(({ type }) => type !== 'reaction');
	if (answers.length === 0) {
		throw new ConversationError(
			`"${describeMessage(await control.message(id))}" was not answered.`,
		);
	}
	for (const answer of answers) {
		const last = await control.waitForMessage(
			(message) => message.id === answer.id && ['read', 'failed'].includes(message.status),
			PATIENCE_MS,
		);
		reporter.message(last);
		reporter.status(last);
		if (last.status === 'failed') throw notDelivered(last);
	}
	return answers;
}

/** Returns the finished run of the workflow that the customer's message started. */
async function runFor(
	executions: Stage['engine']['executions'],
	wamid: string,
): Promise<RunResult> {
	const signal = AbortSignal.timeout(PATIENCE_MS);
	for (;;) {
		for (const { result, startedBy } of executions.all) {
			const started = result?.items(startedBy).some(({ json }) => json.messageId === wamid);
			if (result && (started || result.runs(startedBy).length === 0)) return result;
		}
		await once(executions, 'finished', { signal });
	}
}

function notDelivered(answer: MessageView): ConversationError {
	const [error] = answer.statuses.flatMap(({ errors }) => errors ?? []);
	const why = error ? `${error.title} (${error.code})` : 'no reason was given';
	return new ConversationError(`"${describeMessage(answer)}" did not reach the customer: ${why}.`);
}
