import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { GraphError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { rethrow } from '../../../../cloud-api/errors/rethrow';
import { requireFromCredential } from '../../../shared/credential';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import type { Call, Operation } from '../../runtime/operation';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import type { SentMessage } from '../../../../cloud-api/messages/send';
import {
	approvalQuestion,
	approvalType,
	choiceQuestion,
	type TapQuestion,
} from '../../waiting/asking';
import { askForm, type AskedForm } from '../../waiting/form/askForm';
import { formQuestion, type FormQuestion } from '../../waiting/form/formOf';
import { forgetFlow } from '../../waiting/form/publishedFlow';
import { account } from '../../fields/account';
import { flowFieldRows } from '../../fields/flowFields';
import { formOrJson } from '../../fields/formOrJson';
import { checkListening } from '../../waiting/listening';
import { referencesFor } from '../../waiting/references';
import { templateAdditions } from '../../waiting/templateAdditions';
import { waitForAnswer, waitSettings } from '../../waiting/wait';
import { choiceFields, choicesOf } from './choiceFields';
import { answerOptions, approvalOptions, responseType, shownFor } from './sendAndWaitFields';
import { send } from './send';

const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	required: true,
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. Refund order 4711 for $120?',
	description:
		'The question, up to 4,096 characters with a list, otherwise 1,024. Supports WhatsApp formatting: *bold*, _italic_, ~strikethrough~, and `code`.',
};

const formFields = formOrJson(flowFieldRows, {
	example: [
		{ label: 'Delivery date', type: 'date', required: true },
		{ label: 'Time', type: 'radio', options: ['Morning', 'Afternoon'] },
	],
	description:
		"A list of fields with label, type, options, and required, or the JSON of n8n's own form fields",
});

export const sendAndWait: Operation = {
	name: 'Send and Wait for Response',
	value: 'sendAndWait',
	action: 'Send a question and wait for the response',
	description:
		'Send a question with buttons, a list, or a form, and continue the workflow with the answer. Requires a published WhatsApp Cloud API Trigger for the same phone number.',
	sends: true,
	fields: [
		sender,
		recipient,
		message,
		responseType,
		approvalOptions,
		...shownFor('choice', choiceFields),
		...shownFor('customForm', formFields),
		...shownFor(
			['customForm', 'freeText'],
			[{ ...account, displayOptions: { hide: { closedWindow: ['template'] } } }],
		),
		sendOptions({ extra: answerOptions }),
	],
	async run(call) {
		oneItem(call);
		requireFromCredential(call.credential, 'appSecret', 'to wait for a response');
		return await ask(call, questionOf(call));
	},
};

const TYPES = ['approval', 'choice', 'freeText', 'customForm'] as const;

/** A question with buttons or a list, or with a form. */
function questionOf({ param }: Call): TapQuestion | FormQuestion {
	switch (param.choice('responseType', TYPES) ?? 'approval') {
		case 'choice':
			return choiceQuestion(param, choicesOf(param));
		case 'customForm':
			return formQuestion(param, 'form');
		case 'freeText':
			return formQuestion(param, 'text');
		default:
			return approvalType(param) === 'reason'
				? formQuestion(param, 'approval')
				: approvalQuestion(param);
	}
}

async function ask(call: Call, question: TapQuestion | FormQuestion): Promise<IDataObject> {
	const { context, credential, param } = call;
	const options = param.group('options');
	const settings = waitSettings(call, Date.now());
	const references = referencesFor(context, credential.appSecret);
	const form = 'form' in question ? question.form : undefined;
	// What is wrong with the message is said before anything is asked of Meta.
	const tap = 'form' in question ? undefined : question.content(references.of);
	if (options.optionalFlag('checkForTrigger') ?? true) await checkListening(call);
	// The status of a message returns it, so that a question that is not delivered is not waited for.
	const callbackData = options.optionalText('callbackData') ?? references.of();
	let asked: AskedForm = form
		? await askForm(call, form, references)
		: { askedBy: (question as TapQuestion).askedBy, content: tap as MessageContent };
	const sent = await send(call, asked.content, { callbackData }).catch(async (error: unknown) => {
		const { flowId } = asked;
		if (!form || flowId === undefined || !isInvalidParameter(error)) rethrow(error);
		// The flow that this process remembers may have been deleted or deprecated.
		forgetFlow(flowId);
		asked = await askForm(call, form, references);
		return await send(call, asked.content, { callbackData });
	});
	const { nonce, askedAt } = references;
	const { choices, decides } = question;
	return await waitForAnswer(call, settings, sent, {
		askedBy: asked.askedBy,
		formPageReason: asked.formPageReason,
		...(form && { form }),
		choices,
		decides,
		nonce,
		askedAt,
	});
}

/**
 * The same question as a template, for people whose customer service window is closed.
 *
 * @param template the operation that sends the template
 */
export function askingByTemplate(template: Operation): Operation {
	return {
		...sendAndWait,
		async run(call) {
			oneItem(call);
			requireFromCredential(call.credential, 'appSecret', 'to wait for a response');
			const question = questionOf(call);
			const settings = waitSettings(call, Date.now());
			const references = referencesFor(call.context, call.credential.appSecret);
			const { nonce, askedAt } = references;
			if (call.param.group('options').optionalFlag('checkForTrigger') ?? true)
				await checkListening(call);
			const sent = await template.run({
				...call,
				templateAdditions: (fields) => templateAdditions(question, references, fields),
			});
			return await waitForAnswer(call, settings, sent as unknown as SentMessage, {
				askedBy: 'template',
				...('form' in question && { form: question.form }),
				choices: question.choices,
				decides: question.decides,
				nonce,
				askedAt,
			});
		},
	};
}

/** What Meta answers to a flow that does not exist or is not published any more. */
function isInvalidParameter(error: unknown): boolean {
	return error instanceof GraphError && [100, 131009].includes(error.envelope.code ?? 0);
}

/** An execution waits at one node for one answer, so the others would never be asked. */
function oneItem({ context }: Call): void {
	const count = context.getInputData().length;
	if (count <= 1) return;
	throw new InvalidInputError(
		'',
		`There are ${count} items, but an execution can wait for one answer at a time`,
		'Put the node into a Loop Over Items with Batch Size 1 to ask one after another, or start a sub-workflow for each item to ask all at once. Nothing was sent.',
	);
}
