import { characters } from '../../messages/schema';
import type { TemplateButton } from '../template';
import { variablesIn } from '../variables';
import { checkTarget, type ButtonPlace } from './buttonTargets';
import { BUTTON_NAMES, LIMITS, MAX_OF_KIND } from './limits';
import type { Refusals } from './refusals';

/** Buttons whose label WhatsApp writes itself. */
const FIXED_LABEL = ['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO'];
/** Buttons that stand alone. */
const ALONE = ['OTP', 'CATALOG', 'MPM', 'SPM', 'ORDER_DETAILS'];

export interface ButtonRules {
	field: string;
	/** For a person, e.g. `Button` or `Card 1 button`. */
	where: string;
	/** Whether they stand beside a limited-time offer, where coupon codes are shorter. */
	offer?: boolean;
}

/** What Meta refuses in the buttons of a template or a card: their number, order, labels and targets. */
export function checkButtons(
	buttons: readonly TemplateButton[],
	{ field, where, offer = false }: ButtonRules,
	refusals: Refusals,
): void {
	refusals.when(
		buttons.length > LIMITS.buttons,
		field,
		`There are ${buttons.length} buttons, Meta takes ${LIMITS.buttons}`,
		`Keep the ${LIMITS.buttons} most useful ones; beyond three, WhatsApp hides them behind "See all options".`,
	);
	checkKinds(buttons, field, refusals);
	checkOrder(buttons, field, refusals);
	checkDoubles(buttons, field, refusals);
	buttons.forEach((button, index) => {
		const at = { field: `${field}[${index}]`, where: `${where} ${index + 1}` };
		checkLabel(button, at, refusals);
		checkTarget(button, at, offer, refusals);
	});
}

function checkKinds(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	for (const [type, max] of Object.entries(MAX_OF_KIND)) {
		const count = buttons.filter((button) => button.type === type).length;
		refusals.when(
			count > max,
			field,
			`There are ${count} ${BUTTON_NAMES[type]} buttons, Meta takes ${max}`,
			`Keep ${max === 1 ? 'one' : max} and remove the others.`,
		);
	}
	const alone = buttons.find(({ type }) => ALONE.includes(type));
	refusals.when(
		alone !== undefined && buttons.some(({ type }) => type !== alone.type),
		field,
		`A ${BUTTON_NAMES[alone?.type ?? '']} button stands beside other buttons`,
		'It must be the only button of the template; remove the others.',
	);
}

function checkOrder(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	const groups = buttons
		.map(({ type }) => type === 'QUICK_REPLY')
		.filter((isReply, index, all) => index === 0 || isReply !== all[index - 1]);
	refusals.when(
		groups.length > 2,
		field,
		'Quick replies and other buttons are mixed',
		'Put all quick replies together, before or after the other buttons.',
	);
}

function checkDoubles(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	const labels = buttons.map(({ text }) => text?.trim()).filter((text) => text);
	const double = labels.find((label, index) => labels.indexOf(label) < index);
	refusals.when(
		double !== undefined,
		field,
		`Two buttons are labelled "${double}"`,
		'Give every button its own label.',
	);
}

function checkLabel(
	{ type, text = '' }: TemplateButton,
	at: ButtonPlace,
	refusals: Refusals,
): void {
	if (text.trim() === '') {
		refusals.when(
			!FIXED_LABEL.includes(type),
			`${at.field}.text`,
			`${at.where} has no label`,
			'Write what the reader taps on, for example "Track order".',
		);
		return;
	}
	refusals.when(
		characters(text) > LIMITS.buttonText,
		`${at.field}.text`,
		`${at.where} has a label of ${characters(text)} characters, Meta takes ${LIMITS.buttonText}`,
		`Shorten "${text}" by ${characters(text) - LIMITS.buttonText} characters.`,
	);
	refusals.when(
		variablesIn(text).length > 0 || /[\r\n]/.test(text),
		`${at.field}.text`,
		`${at.where} has a variable or a line break in its label`,
		'Labels are fixed text in one line; put what varies into the body.',
	);
	refusals.when(
		type === 'REQUEST_CONTACT_INFO' && text !== 'Share Contact Info',
		`${at.field}.text`,
		`${at.where} asks for contact information under its own label`,
		'WhatsApp fixes this label; leave it empty.',
	);
}
