import { z } from 'zod/v3';
import { rejection } from '../graph/errors';
import { isWebUrl, lengthOf, numeric, text } from '../messages/schema';
import { counts, formats, type Parameter, type Sent } from './sent';
import { checkSentText, checkValueOf } from './sentText';
import type { Button, Template } from './template';
import { variablesIn } from './variables';

/** What a button expects: parameter types, sub types, and whether its component is required. */
function expectation(button: Button): { types: string[]; required: boolean; subTypes: string[] } {
	switch (button.type) {
		case 'URL': {
			const variable = variablesIn(button.url ?? '').length > 0;
			return { types: variable ? ['text', 'group_id'] : [], required: variable, subTypes: ['url'] };
		}
		case 'QUICK_REPLY':
			return { types: ['payload'], required: false, subTypes: ['quick_reply'] };
		case 'COPY_CODE':
			return { types: ['coupon_code'], required: true, subTypes: ['copy_code'] };
		case 'OTP':
			return { types: ['text'], required: true, subTypes: ['url'] };
		case 'FLOW':
			return { types: ['action'], required: true, subTypes: ['flow'] };
		case 'CATALOG':
			return { types: ['action'], required: true, subTypes: ['catalog'] };
		case 'MPM':
			return { types: ['action'], required: true, subTypes: ['mpm'] };
		case 'ORDER_DETAILS':
			return { types: ['action'], required: true, subTypes: ['order_details'] };
		case 'VOICE_CALL':
			return { types: ['ttl_minutes', 'payload'], required: false, subTypes: ['voice_call'] };
		default:
			return { types: [], required: false, subTypes: [button.type.toLowerCase()] };
	}
}

/** Buttons whose component may stand without parameters (Meta: flows as templates, catalog templates). */
const NO_PARAMETERS = new Set(['FLOW', 'CATALOG']);

/** Checks the button components of a template message. */
export function checkButtons(buttons: Button[], components: Sent[], template: Template): void {
	const sent = components.filter(({ type }) => type === 'button');
	for (const component of sent) {
		const index =
			component.index === undefined ? buttonOf(buttons, component) : Number(component.index);
		const button = buttons[index];
		if (!button) throw counts(`buttons (index ${component.index ?? '?'})`, 1, 0);
		const { types, subTypes } = expectation(button);
		if (!subTypes.includes(component.sub_type ?? '')) {
			throw formats(
				`buttons (index ${index})`,
				`expected sub_type ${subTypes[0]}, received ${component.sub_type ?? '(none)'}`,
			);
		}
		const parameters = component.parameters ?? [];
		if (parameters.length === 0 && NO_PARAMETERS.has(button.type)) continue;
		if (parameters.length === 0 || types.length === 0) {
			throw counts(`buttons (index ${index})`, parameters.length, types.length === 0 ? 0 : 1);
		}
		for (const parameter of parameters) checkButtonValue(parameter, types, index, button);
	}
	for (const [index, button] of buttons.entries()) {
		const given = sent.some((component) =>
			component.index === undefined
				? buttonOf(buttons, component) === index
				: Number(component.index) === index,
		);
		if (expectation(button).required && !given) {
			throw rejection(
				button.type === 'FLOW' ? 131009 : 131008,
				`buttons: Button at index ${index} of type ${button.type === 'OTP' || button.type === 'URL' ? 'Url' : button.type} requires a ${button.type === 'FLOW' ? 'component' : 'parameter'}`,
			);
		}
	}
	if (template.category === 'AUTHENTICATION') checkCode(components);
}

function buttonOf(buttons: Button[], { sub_type: subType }: Sent): number {
	return buttons.findIndex((button) => expectation(button).subTypes.includes(subType ?? ''));
}

const retailerId = text(1000);
const section = z
	.object({
		title: text(24),
		product_items: z.array(z.object({ product_retailer_id: retailerId }).strict()).min(1),
	})
	.strict();

/** What `action` holds, by button type. */
const ACTIONS: Record<string, z.ZodTypeAny> = {
	FLOW: z
		.object({
			flow_token: z.string().min(1).optional(),
			flow_action_data: z.record(z.unknown()).optional(),
		})
		.strict(),
	CATALOG: z.object({ thumbnail_product_retailer_id: retailerId.optional() }).strict(),
	MPM: z
		.object({
			thumbnail_product_retailer_id: retailerId,
			sections: z
				.array(section)
				.min(1)
				.max(10)
				.refine(
					(sections) => sections.flatMap((entry) => entry.product_items).length <= 30,
					'must have at most 30 products',
				),
		})
		.strict(),
	ORDER_DETAILS: z.object({ order_details: z.record(z.unknown()) }).passthrough(),
};

function checkButtonValue(
	parameter: Parameter,
	types: string[],
	index: number,
	button: Button,
): void {
	const where = `buttons (index ${index})`;
	const type = parameter.type.toLowerCase();
	if (!types.includes(type)) {
		throw formats(where, `expected ${types[0]}, received ${type}`);
	}
	switch (type) {
		case 'text':
			checkSuffix(checkSentText(parameter.text, where), where, button);
			return;
		case 'payload':
			checkValueOf(text(512), parameter.payload, type);
			return;
		case 'coupon_code': {
			checkValueOf(text(1000), parameter.coupon_code, type);
			if (lengthOf(String(parameter.coupon_code)) > 20) {
				throw rejection(132005, `${where}: the code is too long`);
			}
			return;
		}
		case 'ttl_minutes':
			checkValueOf(numeric(1, 43_200), parameter.ttl_minutes, type);
			return;
		case 'action':
			checkValueOf(ACTIONS[button.type] ?? z.record(z.unknown()), parameter.action, type);
	}
}

/** The suffix of a URL must make a valid address; the code of an OTP button has at most 15 characters. */
function checkSuffix(value: string, where: string, button: Button): void {
	if (button.type === 'OTP') {
		if (lengthOf(value) > 15) throw rejection(132005, `${where}: the code is too long`);
		return;
	}
	const url = (button.url ?? '').replace(/\{\{[^{}]*\}\}$/, value);
	if (isWebUrl(url) && !/[{}<>"\\^`|]/.test(value)) return;
	throw rejection(132018, `${where}: the parameter makes an invalid URL: ${url.slice(0, 200)}`);
}

/** The code of an authentication template is in the body and in the button, and must be the same. */
function checkCode(components: Sent[]): void {
	const code = (type: string) =>
		components.find((component) => component.type === type)?.parameters?.[0]?.text;
	const body = code('body');
	if (typeof body === 'string' && body.length > 15) {
		throw rejection(132005, 'The one-time password has more than 15 characters');
	}
	if (body !== code('button')) {
		throw rejection(132018, 'The code of the body and the code of the button are different');
	}
}
