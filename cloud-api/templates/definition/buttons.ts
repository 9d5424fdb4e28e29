import { characters } from '../../messages/schema';
import type { TemplateButton } from '../template';
import { hasStrayBraces, variablesIn } from '../variables';
import { checkTarget, type ButtonPlace } from './buttonTargets';
import { BUTTON_NAMES, LIMITS, MAX_OF_KIND } from './limits';
import type { Problems } from './problems';

/** Button types whose label WhatsApp sets. */
const FIXED_LABEL = ['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO'];
/** Button types that cannot be combined with other types. */
const ALONE = ['OTP', 'CATALOG', 'MPM', 'SPM'];

export interface ButtonRules {
	field: string;
	/** The name in messages, e.g. `Button` or `Card 1 button`. */
	where: string;
	/** Whether the template has a limited-time offer, which shortens coupon codes. */
	offer?: boolean;
}

/** Checks the buttons of a template or a card: number, order, labels, and targets. */
export function checkButtons(
	buttons: readonly TemplateButton[],
	{ field, where, offer = false }: ButtonRules,
	problems: Problems,
): void {
	problems.when(
		buttons.length > LIMITS.buttons,
		field,
		`There are ${buttons.length} buttons; the limit is ${LIMITS.buttons}`,
		`Keep the ${LIMITS.buttons} most useful ones. WhatsApp shows more than three under "See all options".`,
	);
	checkKinds(buttons, field, problems);
	checkOrder(buttons, field, problems);
	checkDoubles(buttons, field, problems);
	buttons.forEach((button, index) => {
		const at = { field: `${field}[${index}]`, where: `${where} ${index + 1}` };
		checkLabel(button, at, problems);
		checkTarget(button, at, offer, problems);
	});
}

function checkKinds(buttons: readonly TemplateButton[], field: string, problems: Problems): void {
	for (const [type, max] of Object.entries(MAX_OF_KIND)) {
		const count = buttons.filter((button) => button.type === type).length;
		problems.when(
			count > max,
			field,
			`There are ${count} ${BUTTON_NAMES[type]} buttons; the limit is ${max}`,
			`Keep ${max === 1 ? 'one' : max} and remove the others.`,
		);
	}
	const alone = buttons.find(({ type }) => ALONE.includes(type));
	problems.when(
		alone !== undefined && buttons.some(({ type }) => type !== alone.type),
		field,
		`A ${BUTTON_NAMES[alone?.type ?? '']} button is combined with other buttons`,
		'It must be the only button of the template. Remove the others.',
	);
	problems.when(
		buttons.some(({ type }) => type === 'ORDER_DETAILS') &&
			buttons.some(({ type }) => type !== 'ORDER_DETAILS' && type !== 'QUICK_REPLY'),
		field,
		'An order details button is combined with other buttons',
		'It can be combined with quick reply buttons only. Remove the others.',
	);
}

function checkOrder(buttons: readonly TemplateButton[], field: string, problems: Problems): void {
	const groups = buttons
		.map(({ type }) => type === 'QUICK_REPLY')
		.filter((isReply, index, all) => index === 0 || isReply !== all[index - 1]);
	problems.when(
		groups.length > 2,
		field,
		'Quick reply buttons and other buttons are mixed',
		'Group all quick reply buttons, before or after the other buttons.',
	);
}

function checkDoubles(buttons: readonly TemplateButton[], field: string, problems: Problems): void {
	const labels = buttons.map(({ text }) => text?.trim()).filter((text) => text);
	const double = labels.find((label, index) => labels.indexOf(label) < index);
	problems.when(
		double !== undefined,
		field,
		`Two buttons have the label "${double}"`,
		'Give every button a different label.',
	);
}

function checkLabel(
	{ type, text = '' }: TemplateButton,
	at: ButtonPlace,
	problems: Problems,
): void {
	if (text.trim() === '') {
		problems.when(
			!FIXED_LABEL.includes(type),
			`${at.field}.text`,
			`${at.where} has no label`,
			'Enter the text that the customer taps, for example "Track order".',
		);
		return;
	}
	problems.when(
		characters(text) > LIMITS.buttonText,
		`${at.field}.text`,
		`${at.where} has a label of ${characters(text)} characters; the limit is ${LIMITS.buttonText}`,
		`Shorten "${text}" by ${characters(text) - LIMITS.buttonText} characters.`,
	);
	problems.when(
		variablesIn(text).length > 0 || hasStrayBraces(text) || /[\r\n]/.test(text),
		`${at.field}.text`,
		`${at.where} has a variable or a line break in its label`,
		'A label is one line of fixed text. Move what varies to the body.',
	);
	problems.when(
		type === 'REQUEST_CONTACT_INFO' && text !== 'Share Contact Info',
		`${at.field}.text`,
		`${at.where} has a label that Meta does not allow for a contact request`,
		'WhatsApp sets this label. Leave it empty.',
	);
}
