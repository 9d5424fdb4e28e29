import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { requireFromCredential } from '../../../shared/credential';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import type { Call, Operation } from '../../runtime/operation';
import { approvalQuestion, choiceQuestion, type TapQuestion } from '../../waiting/asking';
import { checkListening } from '../../waiting/listening';
import { referencesFor } from '../../waiting/references';
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
		'The question, up to 1,024 characters with buttons and 4,096 with a list. Supports WhatsApp formatting: *bold*, _italic_, ~strikethrough~, and `code`.',
};

export const sendAndWait: Operation = {
	name: 'Send and Wait for Response',
	value: 'sendAndWait',
	action: 'Send a question and wait for the response',
	description:
		'Ask a person with buttons or a list in WhatsApp, and continue the workflow with the answer. The WhatsApp Cloud API Trigger of the same number brings the answer back.',
	sends: true,
	fields: [
		sender,
		recipient,
		message,
		responseType,
		approvalOptions,
		...shownFor('choice', choiceFields),
		sendOptions({ own: answerOptions }),
	],
	async run(call) {
		oneItem(call);
		requireFromCredential(call.credential, 'appSecret', 'to wait for a response');
		return await ask(call, questionOf(call));
	},
};

function questionOf({ param }: Call): TapQuestion {
	return param.choice('responseType', ['approval', 'choice']) === 'choice'
		? choiceQuestion(param, choicesOf(param))
		: approvalQuestion(param);
}

async function ask(call: Call, question: TapQuestion): Promise<IDataObject> {
	const { context, credential, param } = call;
	const settings = waitSettings(call, Date.now());
	const references = referencesFor(context, credential.appSecret);
	const content = question.content(references.of);
	if (param.group('options').optionalFlag('checkForTrigger') ?? true) await checkListening(call);
	// The status of a message returns it, so that a question that is not delivered is not waited for.
	const callbackData = param.group('options').optionalText('callbackData') ?? references.of();
	const sent = await send(call, content, { callbackData });
	const { nonce, askedAt } = references;
	const { askedBy, choices, decides } = question;
	return await waitForAnswer(call, settings, sent, { askedBy, choices, decides, nonce, askedAt });
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
