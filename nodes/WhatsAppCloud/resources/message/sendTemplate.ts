import type { IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { sendMessage } from '../../../../cloud-api/messages/send';
import { templateMessage } from '../../../../cloud-api/templates/message';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import type { ParameterValues } from '../../../../cloud-api/templates/parameters/values';
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
import { binaryFields, NOT_UPLOADED, withUploads } from '../../runtime/templateMedia';
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
		'Send an approved template, which is allowed at any time, also outside the customer service window',
	sends: true,
	fields: [
		sender,
		recipient,
		...templateToSend,
		...templateValueFields,
		account,
		simplify,
		sendOptions({ own: templateOptions }),
	],
	async run(call) {
		const chosen = chosenTemplate(call);
		const given = await givenValues(call, chosen);
		const { components } = given;
		const pending = binaryFields(call, given.values);
		const waiting = Object.fromEntries(Object.keys(pending).map((id) => [id, NOT_UPLOADED]));
		if (!components)
			checkValues({ ...given.values, ...waiting }, { ...given, now: Date.now() }).throwAny(
				`The template "${chosen.name}" cannot be sent`,
			);
		const message = outgoing(call.param, templateMessage({ ...chosen, components }));
		const marketing = marketingMessage(call.param.group('options'));
		if (message.recipient.kind === 'user' && 'code' in given.values)
			throw new InvalidInputError(
				'recipient',
				'A one-time password cannot be sent to a business-scoped user ID',
				"Enter the customer's phone number. Codes can be sent to phone numbers only.",
			);
		if (call.param.group('options').flag('dryRun')) {
			const shown = templateMessage({
				...chosen,
				components,
				values: { ...given.values, ...toBeUploaded(pending) },
			});
			return await dryRun(call, given, `POST /${call.param.sender()}/${marketing.edge}`, {
				...messageBody(message.recipient, shown, message.options),
				...marketing.extra,
			});
		}
		const values = components ? {} : await withUploads(call, given.values);
		const content = templateMessage({ ...chosen, components, values });
		const typing = await typeFirst(call, { ...message, content });
		const sent = await sendMessage(call.graph, call.param.sender(), {
			...message,
			...marketing,
			content,
		}).catch(
			async (error: unknown) =>
				await Promise.reject(components ? error : await explainMisfit(call, chosen, values, error)),
		);
		return output(call, sent, {
			template: chosen.name,
			language: chosen.language,
			...typing,
		});
	},
};

/** Shows files in a dry run without uploading them. */
function toBeUploaded(files: ParameterValues): ParameterValues {
	return Object.fromEntries(
		Object.entries(files).map(([id, name]) => [id, { id: `(upload of ${String(name)})` }]),
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
