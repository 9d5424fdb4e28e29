import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { CloudApiError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { markAsRead } from '../../../../cloud-api/messages/markAsRead';
import type { OutgoingMessage } from '../../../../cloud-api/messages/send';
import { typingMs } from '../../../../cloud-api/messages/typing';
import type { Call } from '../../runtime/operation';

/** A wait notices that its execution was canceled within this time. */
const CHECK_MS = 250;

/** What the output says about an indicator that could not be shown. */
export interface TypingOutcome {
	typingError?: string;
}

/**
 * With the option Show Typing First: marks the message that is replied to as read, shows the typing indicator,
 * and waits as long as somebody would type. The message is checked before, and sent also when Meta
 * rejects the indicator. A retry of the same item does not type again.
 *
 * @throws InvalidInputError when there is no message to mark, or the message itself is invalid
 */
export async function typeFirst(call: Call, message: OutgoingMessage): Promise<TypingOutcome> {
	const { param, graph, context, once } = call;
	const options = param.group('options');
	if (!options.flag('typingFirst')) return {};
	if (message.recipient.kind === 'group') {
		throw new InvalidInputError(
			'options.typingFirst',
			'Groups have no typing indicator',
			'Remove Show Typing First, or send to a person.',
		);
	}
	const messageId = options.text('replyTo').trim() || triggerMessageId(call);
	if (messageId === '') {
		throw new InvalidInputError(
			'options.typingFirst',
			'Show Typing First has no message to mark as read',
			'Fill in Reply To Message ID, e.g. with "messageId" of the WhatsApp Cloud API Trigger, or remove Show Typing First.',
		);
	}
	messageBody(message.recipient, message.content, message.options);
	return await once(`typing ${messageId} ${JSON.stringify(message.content)}`, async () => {
		try {
			await markAsRead(graph, param.sender(), { messageId, typingIndicator: true });
		} catch (error) {
			if (error instanceof CloudApiError) return { typingError: error.message };
			return await Promise.reject(error);
		}
		await waitUnlessCanceled(context, typingMs(message.content));
		return {};
	});
}

/** The ID of the message that started the workflow; empty when nothing or something else did. */
function triggerMessageId({ context, itemIndex }: Call): string {
	const trigger = context
		.getParentNodes(context.getNode().name)
		.find(({ type }) => type.endsWith('.whatsAppCloudTrigger'));
	if (!trigger) return '';
	const item = `$(${JSON.stringify(trigger.name)}).item.json`;
	try {
		const id = context.evaluateExpression(
			`{{ ${item}.event === 'message' ? ${item}.messageId : '' }}`,
			itemIndex,
		);
		return typeof id === 'string' ? id : '';
	} catch {
		return '';
	}
}

/** Ends early when the execution is canceled; whatever is sent next notices it and stops. */
async function waitUnlessCanceled(context: IExecuteFunctions, ms: number): Promise<void> {
	const canceled = context.getExecutionCancelSignal();
	const until = performance.now() + ms;
	for (let left = ms; left > 0 && !canceled?.aborted; left = until - performance.now()) {
		await sleep(Math.min(left, CHECK_MS));
	}
}
