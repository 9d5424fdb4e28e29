import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { isoTime, record, text, type Json } from '../read';
import { explainRejection } from '../../templates/rejections';

/** `message_template_status_update`: a template was approved, rejected, paused, disabled, … */
export function templateStatusEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const name = templateFields(value);
	const action = text(value.event);
	const rejection = record(value.rejection_info);
	const other = record(value.other_info);
	const reason = knownReason(value.reason) ?? knownReason(other.title);
	const known = explainRejection(text(value.reason));
	const reasonText =
		text(rejection.reason) ?? text(other.description) ?? pauses.get(reason ?? '') ?? known?.meaning;
	return [
		change.event(
			change.field,
			{
				action,
				text: sentence(name, wording(action), reasonText),
				...name,
				category: text(value.message_template_category),
				reason,
				reasonText,
				recommendation: text(rejection.recommendation) ?? known?.fix,
				disableDate: text(record(value.disable_info).disable_date),
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}

/** `message_template_quality_update`: GREEN, YELLOW, RED or UNKNOWN. */
export function templateQualityEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const name = templateFields(value);
	const quality = text(value.new_quality_score);
	const previousQuality = text(value.previous_quality_score);
	return [
		change.event(
			change.field,
			{
				text: sentence(name, `has quality ${quality ?? '?'}, before ${previousQuality ?? '?'}`),
				...name,
				quality,
				previousQuality,
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}

/** `message_template_components_update`: the text or buttons of a template were edited. */
export function templateComponentsEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const name = templateFields(value);
	return [
		change.event(
			change.field,
			{
				text: sentence(name, 'was edited'),
				...name,
				header: text(value.message_template_title),
				body: text(value.message_template_element),
				footer: text(value.message_template_footer),
				buttons: value.message_template_buttons,
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}

/**
 * `template_category_update`: the category changed, or will in 24 hours. The advance notice names the
 * current category as `new_category` and the coming one as `correct_category`; here `category` is
 * always what holds now.
 */
export function templateCategoryEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const name = templateFields(value);
	const coming = text(value.correct_category);
	const category = text(value.new_category) ?? text(value.category);
	const previousCategory = text(value.previous_category);
	return [
		change.event(
			change.field,
			{
				text: coming
					? sentence(name, `will change from ${category ?? '?'} to ${coming}`)
					: sentence(name, `changed from ${previousCategory ?? '?'} to ${category ?? '?'}`),
				...name,
				category,
				previousCategory,
				comingCategory: coming,
				changesAt: isoTime(value.category_update_timestamp),
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}

/** `template_correct_category_detection`: Meta thinks that what was sent belongs to another category. */
export function templateMisuseEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const name = templateFields(value);
	const category = text(value.category) ?? text(value.message_template_category);
	const correctCategory = text(value.correct_category);
	return [
		change.event(
			change.field,
			{
				text: sentence(
					name,
					`is used as ${category ?? '?'} but its content is ${correctCategory ?? '?'}`,
				),
				...name,
				category,
				correctCategory,
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}

/** The template's ID (Meta sends a number here and text elsewhere), name, and language as the API spells it. */
function templateFields(value: Json): Json {
	return {
		templateId: text(value.message_template_id),
		templateName: text(value.message_template_name),
		templateLanguage: text(value.message_template_language)?.replace('-', '_'),
	};
}

function sentence(
	{ templateName, templateLanguage }: Json,
	happened: string,
	why?: string,
): string {
	const name = text(templateName) ?? '(no name)';
	const language = text(templateLanguage);
	return `Template ${name}${language ? ` (${language})` : ''} ${happened}${why ? `: ${why}` : ''}`;
}

function knownReason(value: unknown): string | undefined {
	const reason = text(value);
	return reason === 'NONE' ? undefined : reason;
}

/** Why a template stopped or goes on; rejections are explained by `explainRejection`. */
const pauses: ReadonlyMap<string, string> = new Map([
	['DISABLED', 'people blocked or reported it too often'],
	['FIRST_PAUSE', 'people gave negative feedback; it pauses for 3 hours'],
	['RATE_LIMITING_PAUSE', 'it was sent too fast for its quality'],
	[
		'SECOND_PAUSE',
		'people gave negative feedback again; it pauses for 6 hours, the next time disables it',
	],
	['UNPAUSE', 'the pause is over'],
]);

const WORDINGS: ReadonlyMap<string, string> = new Map([
	['APPROVED', 'was approved'],
	['ARCHIVED', 'was archived'],
	['DELETED', 'was deleted'],
	['DISABLED', 'was disabled'],
	['FLAGGED', 'was flagged: it is disabled soon unless its quality improves'],
	['IN_APPEAL', 'is being reviewed again'],
	['LIMIT_EXCEEDED', 'was not accepted: the account has as many templates as it may have'],
	['LOCKED', 'was locked'],
	['PAUSED', 'was paused'],
	['PENDING', 'is being reviewed'],
	['PENDING_DELETION', 'is being deleted'],
	['REINSTATED', 'may be used again'],
	['REJECTED', 'was rejected'],
	['UNARCHIVED', 'was taken out of the archive'],
]);

function wording(action: string | undefined): string {
	return WORDINGS.get(action ?? '') ?? `is ${action ?? 'changed'}`;
}
