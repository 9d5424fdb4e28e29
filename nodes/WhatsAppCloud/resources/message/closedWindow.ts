import { GraphError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { windowEnd, WindowClosedError } from '../../../../cloud-api/messages/window';
import { closedWindowFields } from '../../fields/closedWindow';
import type { Call, Operation, Result } from '../../runtime/operation';
import type { Parameters } from '../../runtime/parameters';

const OUTSIDE_WINDOW = 131047;

/**
 * A free-form operation with the parameter If the Window Is Closed: it sends as usual, stops before
 * anything is sent, or sends a template with `sendTemplate`. Unless it sends anyway, the output says in
 * `sentAs` which was sent.
 */
export function withClosedWindow(operation: Operation, sendTemplate: Operation): Operation {
	const end = operation.fields.findIndex(({ name }) => name === 'simplify' || name === 'options');
	return {
		...operation,
		fields: [
			...operation.fields.slice(0, end),
			...closedWindowFields,
			...operation.fields.slice(end),
		],
		run: async (call) => await runInWindow(call, operation, sendTemplate),
	};
}

async function runInWindow(call: Call, freeForm: Operation, template: Operation): Promise<Result> {
	const policy = call.param.choice('closedWindow', ['send', 'stop', 'template']) ?? 'send';
	if (policy === 'send') return await freeForm.run(call);
	const end = endOf(call.param);
	const asTemplate = async () => sentAs('template', await template.run(call));
	if (end !== undefined && end.getTime() > Date.now()) {
		try {
			return sentAs('free-form', await freeForm.run(call));
		} catch (error) {
			if (policy === 'template' && isOutsideWindow(error)) return await asTemplate();
			return await Promise.reject(error);
		}
	}
	if (policy === 'template') return await asTemplate();
	throw new WindowClosedError(end);
}

/** `undefined` for a customer who has never written. */
function endOf(param: Parameters): Date | undefined {
	if (param.choice('windowKnownBy', ['lastMessage', 'windowEnd']) === 'lastMessage')
		return windowEnd(param.date('lastMessageAt'));
	const end = param.date('windowExpiresAt');
	if (end !== undefined) return end;
	throw new InvalidInputError(
		'windowExpiresAt',
		'Window Ends At is empty',
		'Use "windowExpiresAt" of the WhatsApp Cloud API Trigger, or set Determine Window By to Last Message, where empty means that the customer has never written.',
	);
}

function isOutsideWindow(error: unknown): boolean {
	return error instanceof GraphError && error.envelope.code === OUTSIDE_WINDOW;
}

function sentAs(kind: 'free-form' | 'template', result: Result): Result {
	return Array.isArray(result) || !('messageId' in result) ? result : { ...result, sentAs: kind };
}
