import type { FlowForm } from '../../../../cloud-api/flows/form/form';
import { GraphError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import { flowMessage } from '../../../../cloud-api/messages/flow';
import { urlButtonMessage } from '../../../../cloud-api/messages/urlButton';
import type { Call } from '../../runtime/operation';
import { asMessage } from '../asking';
import type { Question } from '../question';
import type { References } from '../references';
import { publishedFlow } from './publishedFlow';

/** Codes with which Meta says that the account or the token may not use flows. */
const NO_FLOWS = new Set([3, 10, 139000]);
/** Missing permissions. */
const isPermission = (code: number) => code >= 200 && code <= 299;

export interface AskedForm extends Pick<Question, 'askedBy' | 'formPageReason'> {
	content: MessageContent;
	flowId?: string;
}

/**
 * The message that opens a form: a flow, or, where the account cannot have flows, a page of n8n.
 *
 * @throws InvalidInputError for a message that WhatsApp rejects; GraphError when Meta rejects the flow
 */
export async function askForm(
	call: Call,
	form: FlowForm,
	references: References,
): Promise<AskedForm> {
	const { param } = call;
	const options = param.group('options');
	const label = options.optionalText('messageButtonLabel') ?? 'Respond';
	const parts = { body: param.text('message'), footer: options.text('footer') };
	const asPage = (): AskedForm => ({
		askedBy: 'formPage',
		content: asMessage(() =>
			urlButtonMessage({ ...parts, displayText: label, url: references.pageUrl }),
		),
	});
	const page = asPage();
	const wanted = options.choice('formType', ['auto', 'flow', 'page']) ?? 'auto';
	if (wanted === 'page') return page;
	try {
		const flowId = await publishedFlow(call.graph, param.account(), form);
		const content = asMessage(() =>
			flowMessage({ ...parts, flowId, cta: label, flowToken: references.of() }),
		);
		return { askedBy: 'flow', content, flowId };
	} catch (error) {
		const reason = wanted === 'auto' ? whyNoFlows(error) : undefined;
		return reason === undefined
			? await Promise.reject<AskedForm>(error)
			: { ...page, formPageReason: reason };
	}
}

/** Why flows cannot be used at all; `undefined` for every other error. */
function whyNoFlows(error: unknown): string | undefined {
	if (error instanceof InvalidInputError)
		return error.field === 'credential.businessAccountId' ? error.message : undefined;
	if (!(error instanceof GraphError)) return undefined;
	const { code = 0, subcode } = error.envelope;
	const isUnknownAccount = code === 100 && subcode === 33;
	return NO_FLOWS.has(code) || isPermission(code) || isUnknownAccount ? error.message : undefined;
}
