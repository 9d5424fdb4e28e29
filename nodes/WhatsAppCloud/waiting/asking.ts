import type { MessageContent } from '../../../cloud-api/messages/content';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import { choiceMessages, type Choice } from '../../../cloud-api/messages/choices';
import { LIST_LIMITS } from '../../../cloud-api/messages/list';
import type { Values } from '../../shared/values';
import type { AskedBy, Question } from './question';

/** A question that can be answered with a tap: its choices, and its message once the references are known. */
export interface TapQuestion extends Pick<Question, 'choices' | 'decides'> {
	askedBy: AskedBy;
	/** @param reference the reference of a choice, counted from 0 */
	content(reference: (choice: number) => string): MessageContent;
}

/**
 * Approval: one or two reply buttons.
 *
 * @throws InvalidInputError for a message or labels that WhatsApp rejects
 */
export function approvalQuestion(param: Values): TapQuestion {
	const { approve, decline } = approvalLabels(param);
	const choices = approvalType(param) === 'single' ? [approve] : [approve, decline];
	const labels = ['approveLabel', 'disapproveLabel'];
	const fields = (path: string) => {
		const position = /^buttons\[(\d)\]/.exec(path)?.[1];
		return position === undefined ? undefined : `approvalOptions.${labels[Number(position)]}`;
	};
	return tapQuestion(param, choices, fields, { decides: 'approval', isButtons: true });
}

/** One button, two, or a form with a reason; two by default. */
export function approvalType(param: Values): 'single' | 'double' | 'reason' {
	const options = param.group('approvalOptions').group('values');
	return options.choice('approvalType', ['single', 'double', 'reason']) ?? 'double';
}

/** The labels of an approval with the IDs that the output contains. */
export function approvalLabels(param: Values) {
	const options = param.group('approvalOptions').group('values');
	return {
		approve: { title: options.optionalText('approveLabel') ?? 'Approve', id: 'approve' },
		decline: { title: options.optionalText('disapproveLabel') ?? 'Decline', id: 'decline' },
	};
}

/**
 * Choice: up to three short choices as reply buttons, up to ten as a list.
 *
 * @throws InvalidInputError for a message or choices that WhatsApp rejects
 */
export function choiceQuestion(param: Values, given: Choice[]): TapQuestion {
	if (given.length > LIST_LIMITS.rows.max) {
		throw new InvalidInputError(
			'choices',
			`There are ${given.length} choices, a question has at most ${LIST_LIMITS.rows.max}`,
			'Remove some, ask with a form instead, which has dropdowns with more options, or ask in two steps.',
		);
	}
	const choices = given.map(({ title, id, ...rest }) => ({
		...rest,
		title: title.trim(),
		id: (id ?? '').trim() || title.trim(),
	}));
	return tapQuestion(param, choices, () => undefined, { decides: 'choice' });
}

function tapQuestion(
	param: Values,
	choices: Array<Choice & { id: string }>,
	fieldOf: (path: string) => string | undefined,
	{ decides, isButtons = false }: { decides: Question['decides']; isButtons?: boolean },
): TapQuestion {
	const options = param.group('options');
	const build = (given: Choice[]) => {
		return asMessage(
			() =>
				choiceMessages({
					body: param.text('message'),
					footer: options.text('footer'),
					button: options.optionalText('listButtonText') ?? 'Choose',
					choices: given,
				}),
			fieldOf,
		);
	};
	// With the IDs of the form first, so that what is wrong is said of them.
	const { shownAs } = build(choices);
	if (isButtons && shownAs !== 'buttons') tooLongForButtons(param, choices);
	return {
		decides,
		choices: choices.map(({ title, id }) => ({ title, id })),
		askedBy: shownAs === 'buttons' ? 'buttons' : 'list',
		content: (reference) =>
			build(choices.map((choice, index) => ({ ...choice, id: reference(index) }))).contents[0],
	};
}

function tooLongForButtons(param: Values, choices: Choice[]): never {
	const long = choices.findIndex(
		({ title }) => [...title.trim()].length > 20 || title.trim() === '',
	);
	if (long >= 0) {
		throw new InvalidInputError(
			`approvalOptions.${long === 0 ? 'approveLabel' : 'disapproveLabel'}`,
			`The label "${choices[long].title}" has more than 20 characters`,
			'Shorten the label. A reply button shows up to 20 characters.',
		);
	}
	const same = choices.length === 2 && choices[0].title.trim() === choices[1].title.trim();
	throw new InvalidInputError(
		same ? 'approvalOptions.disapproveLabel' : 'message',
		same
			? `Both buttons have the label "${choices[0].title}"`
			: `The message has ${[...param.text('message')].length.toLocaleString('en-US')} characters, with buttons WhatsApp allows at most 1,024`,
		same ? 'Give each button a different label.' : 'Shorten the message.',
	);
}

const OWN_NAMES: Readonly<Record<string, string>> = {
	body: 'message',
	footer: 'options.footer',
	button: 'options.listButtonText',
	cta: 'options.messageButtonLabel',
	displayText: 'options.messageButtonLabel',
};

/** Builds a message; what is wrong with it is said of the parameters of this operation. */
export function asMessage<T>(
	build: () => T,
	fieldOf: (path: string) => string | undefined = () => undefined,
): T {
	try {
		return build();
	} catch (error) {
		return rethrow(underOwnName(error, fieldOf));
	}
}

function underOwnName(error: unknown, fieldOf: (path: string) => string | undefined): unknown {
	if (!(error instanceof InvalidInputError)) return error;
	const field = OWN_NAMES[error.field] ?? fieldOf(error.field);
	if (field === undefined) return error;
	return new InvalidInputError(
		field,
		error.message.replace(/^Body\b/, 'Message'),
		error.description,
	);
}
