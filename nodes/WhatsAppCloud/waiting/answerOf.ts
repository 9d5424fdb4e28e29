import type { IDataObject } from 'n8n-workflow';
import type { EventError, WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import type { Json } from '../../../cloud-api/graph';
import { formAnswer } from './form/formAnswer';
import type { Question } from './question';
import { facts } from './wait';

/** The output of the node when its question is answered; `undefined` for a choice it did not offer. */
export function answerOf(
	question: Question,
	choice: number | undefined,
	event: WhatsAppEvent,
): IDataObject | undefined {
	if (choice === undefined) return undefined;
	const chosen = question.choices[choice];
	if (question.form !== undefined || chosen === undefined) return undefined;
	return {
		answered: true,
		...(question.decides === 'approval' && { approved: choice === 0 }),
		choice: chosen.title,
		choiceId: chosen.id,
		text: chosen.title,
		...whoAnswered(event),
		...facts(question),
	};
}

/** The output when a form is answered in WhatsApp or, without an event, on its page. */
export function formOutput(
	question: Question,
	response: Json,
	event?: WhatsAppEvent,
): IDataObject | undefined {
	const answer = formAnswer(question, response);
	if (answer === undefined) return undefined;
	return {
		answered: true,
		...answer,
		...(event ? whoAnswered(event) : { answeredAt: new Date().toISOString() }),
		...facts(question),
	};
}

/** The output when WhatsApp reports that the question was not delivered. */
export function notDelivered(question: Question, { error }: WhatsAppEvent): IDataObject {
	const { code, title, fix } = (error ?? {}) as Partial<EventError>;
	return {
		answered: false,
		notDelivered: true,
		...(question.decides === 'approval' && { approved: false }),
		reason: title ?? 'WhatsApp did not deliver the message',
		...(fix !== undefined && { fix }),
		...(code !== undefined && { errorCode: code }),
		...facts(question),
	};
}

function whoAnswered(event: WhatsAppEvent): IDataObject {
	const { from, userId, contactName, messageId, timestamp, answerTo, windowExpiresAt } = event;
	return Object.fromEntries(
		Object.entries({
			answeredAt: timestamp ?? new Date().toISOString(),
			answeredBy: from ?? userId,
			contactName,
			answerTo,
			answerMessageId: messageId,
			windowExpiresAt,
		}).filter(([, value]) => value !== undefined),
	);
}
