import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { FlowForm } from '../../../../cloud-api/flows/form/form';
import { formOutput } from '../answerOf';
import { claim } from '../claims';
import type { Question } from '../question';
import { formPage, PAGE_POLICY, THANKS_PAGE } from './page';
import { readSubmitted } from './submitted';

/**
 * Shows the page of a form, or takes what was entered there. Opening the link changes nothing, because
 * programs that preview links open it, too.
 */
export async function servePage(
	context: IWebhookFunctions,
	question: Question & { form: FlowForm },
): Promise<IWebhookResponseData> {
	const { form, text } = question;
	if (context.getRequestObject().method !== 'POST') return show(context, 200, formPage(form, text));
	const { response, binary, missing } = await readSubmitted(context, form);
	const json = missing.length > 0 ? undefined : formOutput(question, response);
	if (!json) return show(context, 400, formPage(form, text, missing));
	if (!claim(context, question.nonce)) return show(context, 200, THANKS_PAGE);
	context.getResponseObject().setHeader('Content-Security-Policy', PAGE_POLICY);
	return {
		webhookResponse: THANKS_PAGE,
		workflowData: [[{ json, ...(Object.keys(binary).length > 0 && { binary }) }]],
	};
}

function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	context
		.getResponseObject()
		.status(status)
		.set('Content-Security-Policy', PAGE_POLICY)
		.set('Referrer-Policy', 'no-referrer')
		.set('X-Content-Type-Options', 'nosniff')
		.type('text/html')
		.send(page);
	return { noWebhookResponse: true };
}
