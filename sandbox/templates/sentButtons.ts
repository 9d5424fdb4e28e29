import { rejection } from '../graph/errors';
import { counts, formats, type Parameter, type Sent } from './sent';
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
			return { types: ['action'], required: false, subTypes: ['flow'] };
		case 'CATALOG':
			return { types: ['action'], required: false, subTypes: ['catalog'] };
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
				131008,
				`buttons: Button at index ${index} of type ${button.type === 'OTP' || button.type === 'URL' ? 'Url' : button.type} requires a parameter`,
			);
		}
	}
	if (template.category === 'AUTHENTICATION') checkCode(components);
}

function buttonOf(buttons: Button[], { sub_type: subType }: Sent): number {
	return buttons.findIndex((button) => expectation(button).subTypes.includes(subType ?? ''));
}

function checkButtonValue(
	parameter: Parameter,
	types: string[],
	index: number,
	button: Button,
): void {
	const where = `buttons (index ${index})`;
	const type = parameter.type?.toLowerCase() ?? '';
	if (!types.includes(type))
		throw formats(where, `expected ${types[0]}, received ${type || '(none)'}`);
	if (type === 'text' || type === 'payload' || type === 'coupon_code') {
		const value = parameter[type];
		if (typeof value !== 'string' || value === '') {
			throw rejection(131008, `${where}: the ${type} is missing`);
		}
		if (type === 'coupon_code' && value.length > 20)
			throw rejection(132005, `${where}: the code is too long`);
		if (button.type === 'OTP' && value.length > 15)
			throw rejection(132005, `${where}: the code is too long`);
		return;
	}
	if (type === 'action') {
		if (typeof parameter.action !== 'object' || parameter.action === null) {
			throw formats(where, 'action must be an object');
		}
		const { sections } = parameter.action as { sections?: unknown[] };
		if (button.type === 'MPM' && !(Array.isArray(sections) && sections.length > 0)) {
			throw formats(where, 'action.sections is required');
		}
	}
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
