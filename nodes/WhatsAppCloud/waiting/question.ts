import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { FlowForm } from '../../../cloud-api/flows/form/form';
import { isRecord } from '../../../cloud-api/values/reading';

/** How a question was asked. */
export type AskedBy = 'buttons' | 'list' | 'template' | 'flow' | 'formPage';

/** What the waiting node has to know about its question when the answer comes. */
export interface Question {
	nonce: string;
	askedBy: AskedBy;
	/** ISO 8601, UTC. */
	askedAt: string;
	/** What the answer decides: whether something is approved, or one of several choices. */
	decides: 'approval' | 'choice' | 'form' | 'text';
	/** The choices in the order of the references; for an approval the first one approves. */
	choices: Array<{ title: string; id: string }>;
	/** The form that is answered instead of a tap. */
	form?: FlowForm;
	/** Why the form is a page and not a flow. */
	formPageReason?: string;
	/** The question itself, for the page. */
	text: string;
	/** The phone number ID that asked. */
	phoneNumberId: string;
	messageId: string;
	recipient: string;
	waId?: string;
	userId?: string;
	/** Phone numbers in digits and user IDs of others who may answer. */
	others: string[];
	replyText?: string;
	reaction?: string;
	startWorkflow: boolean;
}

const KEY = 'whatsAppQuestion';

/** Keeps the question with the execution, where it survives a restart and is known to all processes. */
export function keepQuestion(context: IExecuteFunctions, question: Question): void {
	context.getContext('node')[KEY] = JSON.stringify(question);
}

/** The question that the node of a waiting execution asked last. */
export function keptQuestion(context: IWebhookFunctions): Question | undefined {
	const name = JSON.stringify(context.getNode().name);
	const kept: unknown = context.evaluateExpression(`{{ $node[${name}].context["${KEY}"] }}`);
	if (typeof kept !== 'string') return undefined;
	const question: unknown = JSON.parse(kept);
	return isRecord(question) ? (question as unknown as Question) : undefined;
}
