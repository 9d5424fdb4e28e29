import type { IDataObject } from 'n8n-workflow';
import type { SentMessage } from '../../../cloud-api/messages/send';
import type { Call } from '../runtime/operation';
import { waitsUntil } from './limitWaitTime';
import { othersWhoMayAnswer } from './person';
import { keepQuestion, type Question } from './question';

/** What the form says about waiting and answering, read before anything is sent. */
export type WaitSettings = Pick<Question, 'others' | 'replyText' | 'reaction' | 'startWorkflow'> & {
	until: Date;
};

/** The question as it was asked. */
export type Asked = Pick<
	Question,
	'askedBy' | 'choices' | 'decides' | 'form' | 'formPageReason' | 'nonce'
> & { askedAt: Date };

/** @throws InvalidInputError for an option that cannot be used */
export function waitSettings({ param }: Call, now: number): WaitSettings {
	const options = param.group('options');
	const replyText = options.optionalText('replyText');
	const reaction = options.optionalText('reaction');
	return {
		until: waitsUntil(options, now),
		others: othersWhoMayAnswer(options),
		...(replyText !== undefined && { replyText }),
		...(reaction !== undefined && { reaction }),
		startWorkflow: options.flag('startWorkflow'),
	};
}

/**
 * Keeps the question and puts the execution to wait. n8n passes on the input of a node whose wait time is
 * over, so the input becomes the output for that case: it says that nobody answered.
 */
export async function waitForAnswer(
	call: Call,
	settings: WaitSettings,
	sent: SentMessage,
	asked: Asked,
): Promise<IDataObject> {
	const { context, param } = call;
	const { until, ...options } = settings;
	const question: Question = {
		...asked,
		...options,
		askedAt: asked.askedAt.toISOString(),
		text: param.text('message'),
		phoneNumberId: param.sender(),
		messageId: sent.messageId,
		recipient: sent.recipient,
		...(sent.waId !== undefined && { waId: sent.waId }),
		...(sent.userId !== undefined && { userId: sent.userId }),
	};
	keepQuestion(context, question);
	const unanswered: IDataObject = {
		answered: false,
		timedOut: true,
		...(question.decides === 'approval' && { approved: false }),
		...facts(question),
	};
	const [item] = context.getInputData();
	if (item) {
		item.json = unanswered;
		delete item.binary;
	}
	await context.putExecutionToWait(until);
	return unanswered;
}

/** What the output says about the question, answered or not. */
export function facts(question: Question): IDataObject {
	const { askedBy, askedAt, messageId, recipient, waId, userId, formPageReason } = question;
	return {
		askedBy,
		...(formPageReason !== undefined && { formPageReason }),
		askedAt,
		messageId,
		recipient,
		...(waId !== undefined && { waId }),
		...(userId !== undefined && { userId }),
	};
}
