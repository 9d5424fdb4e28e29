import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { sendMessage } from '../../../../cloud-api/messages/send';
import { templateMessage } from '../../../../cloud-api/templates/message';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import { parameterFields } from '../../../../cloud-api/templates/parameters/fields';
import { withFlowTokens } from '../../../../cloud-api/templates/parameters/flowTokens';
import type { ParameterValues } from '../../../../cloud-api/templates/parameters/values';
import type { TemplateReference } from '../../../../cloud-api/templates/reference';
import { renderTemplate } from '../../../../cloud-api/templates/rendering';
import { account } from '../../fields/account';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import { templateToSend } from '../../fields/template';
import { templateValueFields } from '../../fields/templateValues';
import type { Call, Operation } from '../../runtime/operation';
import { typeFirst } from './typingFirst';
import { marketingMessage, templateOptions } from './templateOptions';
import { outgoing, output } from './send';
import { filesToUpload, NOT_UPLOADED, withUploads } from '../../runtime/templateMedia';
import {
	chosenTemplate,
	explainMisfit,
	givenValues,
	lookUp,
	type GivenValues,
} from '../../runtime/templateValues';

export const sendTemplate: Operation = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send a template message',
	description:
		'Send an approved template, which is allowed at any time, even outside the customer service window',
	sends: true,
	fields: [
		sender,
		recipient,
		...templateToSend,
		...templateValueFields,
		account,
		simplify,
		sendOptions({ extra: templateOptions }),
	],
	async run(call) {
		const chosen = chosenTemplate(call);
		const input = await withAdditions(call, chosen, await givenValues(call, chosen));
		const { components, fields = [] } = input;
		const { values, flowTokens } = withFlowTokens(input.values, fields, flowTokenOf(call, input));
		const pending = filesToUpload(call, values);
		const waiting = Object.fromEntries(pending.map((id) => [id, NOT_UPLOADED]));
		if (!components)
			checkValues({ ...values, ...waiting }, { ...input, now: Date.now() }).throwAny(
				`The template "${chosen.name}" cannot be sent`,
			);
		const message = outgoing(call.param, templateMessage({ ...chosen, components }));
		const options = call.param.group('options');
		const marketing = marketingMessage(options);
		if (message.recipient.kind === 'user' && 'code' in values)
			throw new InvalidInputError(
				'recipient',
				'A one-time password cannot be sent to a business-scoped user ID',
				"Enter the customer's phone number. Codes can be sent to phone numbers only.",
			);
		const extra = {
			...(input.cleaned.length > 0 && { cleanedValues: input.cleaned as unknown as IDataObject[] }),
			...(flowTokens.length > 0 && { flowToken: flowTokens[0] }),
		};
		if (options.flag('dryRun')) {
			const shown = { ...values, ...toBeUploaded(pending, values) };
			const body = {
				...messageBody(
					message.recipient,
					templateMessage({ ...chosen, components, fields, values: shown }),
					message.options,
				),
				...marketing.extra,
			};
			const endpoint = `POST /${call.param.sender()}/${marketing.edge}`;
			return { ...(await dryRun(call, { ...input, values }, endpoint, body)), ...extra };
		}
		const uploaded = components ? {} : await withUploads(call, values);
		const content = templateMessage({ ...chosen, components, fields, values: uploaded });
		const typing = await typeFirst(call, { ...message, content });
		const sent = await sendMessage(call.graph, call.param.sender(), {
			...message,
			...marketing,
			content,
		}).catch(
			async (error: unknown) =>
				await Promise.reject(
					components ? error : await explainMisfit(call, chosen, uploaded, error),
				),
		);
		return output(call, sent, {
			template: chosen.name,
			language: chosen.language,
			...typing,
			...extra,
		});
	},
};

/** Adds what the operation that sends this template needs in it, e.g. the payloads of its buttons. */
async function withAdditions(
	call: Call,
	chosen: TemplateReference,
	given: GivenValues,
): Promise<GivenValues> {
	const { templateAdditions: additions } = call;
	if (!additions) return given;
	if (given.components) {
		throw new InvalidInputError(
			'templateValues',
			"The values are Meta's list of components, to which the buttons of the question cannot be added",
			'Enter an object such as { "body": ["4711"] } instead.',
		);
	}
	const fields = await lookUp(call, chosen).then(parameterFields, () => given.fields ?? []);
	return { ...given, values: { ...given.values, ...additions(fields) } };
}

/** A flow token of a message, which stays the same when n8n retries the node. */
function flowTokenOf(
	{ context, itemIndex, param }: Call,
	{ values }: GivenValues,
): (id: string) => string {
	return (id) =>
		createHash('sha256')
			.update(
				JSON.stringify([
					context.getExecutionId(),
					context.getNode().id,
					itemIndex,
					param.text('recipient'),
					values,
					id,
				]),
			)
			.digest('hex')
			.slice(0, 32);
}

/** Shows files in a dry run without uploading them. */
function toBeUploaded(ids: string[], values: ParameterValues): ParameterValues {
	return Object.fromEntries(
		ids.map((id) => [id, { id: `(upload of ${String(values[id]).slice(0, 60)})` }]),
	);
}

/** Returns the request, and a preview if the template can be read. */
async function dryRun(
	call: Call,
	{ values, components }: GivenValues,
	endpoint: string,
	body: Record<string, unknown>,
): Promise<IDataObject> {
	const template = await lookUp(call, chosenTemplate(call)).catch(() => undefined);
	return {
		dryRun: true,
		endpoint,
		body: body as IDataObject,
		...(template && { status: template.status }),
		...(template &&
			!components && {
				preview: renderTemplate(template, values) as unknown as IDataObject,
			}),
	};
}
