import { languageName } from './languages';
import { parameterFields } from './parameters/fields';
import { explainRejection, type Rejection } from './rejections';
import { explainStatus } from './statuses';
import { buttonsOf, componentOf, upper, type Template, type TemplateButton } from './template';
import { parameterFormat, variablesIn } from './variables';
import { textsOf } from './definition/definition';
import { fingerprint } from './fingerprint';

/** A template as one flat row of a table. */
export interface TemplateRecord {
	name: string;
	language: string;
	status: string;
	templateId: string;
	languageName: string;
	/** Whether it can be sent in this status. */
	sendable: boolean;
	category: string;
	previousCategory?: string;
	/** The category to which Meta will change it, announced one day before. */
	correctCategory?: string;
	/** `GREEN`, `YELLOW`, `RED` or `UNKNOWN`. */
	quality: string;
	rejection?: Rejection;
	/** `POSITIONAL` or `NAMED`. */
	parameterFormat: string;
	/** The IDs of all parameters; see `parameterFields`. */
	parameters: string[];
	/** The IDs of the required parameters. */
	requiredParameters: string[];
	/** Its text, or its format, e.g. `IMAGE`. */
	header: string;
	body: string;
	footer: string;
	/** E.g. `Track order (URL), Stop (QUICK_REPLY)`. */
	buttons: string;
	/** Number of cards of a carousel. */
	cards?: number;
	libraryTemplateName?: string;
	/** ISO 8601. */
	syncedAt: string;
	/** Changes if and only if the template changes. */
	fingerprint: string;
}

/** Returns a template as a flat row. */
export function templateRecord(template: Template, syncedAt: string): TemplateRecord {
	const fields = parameterFields(template);
	const rejection = explainRejection(template.rejected_reason);
	const variables = textsOf(template.components).flatMap(variablesIn);
	const header = componentOf(template.components, 'HEADER');
	const cards = componentOf(template.components, 'CAROUSEL')?.cards;
	return {
		name: template.name,
		language: template.language,
		status: template.status,
		templateId: String(template.id),
		languageName: languageName(template.language),
		sendable: explainStatus(template.status).sendable,
		category: template.category,
		...(template.previous_category && { previousCategory: template.previous_category }),
		...(template.correct_category && { correctCategory: template.correct_category }),
		quality: template.quality_score?.score ?? 'UNKNOWN',
		...(rejection && { rejection }),
		parameterFormat: template.parameter_format ?? parameterFormat(variables) ?? 'POSITIONAL',
		parameters: fields.map(({ id }) => id),
		requiredParameters: fields.filter(({ required }) => required).map(({ id }) => id),
		header: header?.text ?? upper(header?.format),
		body: componentOf(template.components, 'BODY')?.text ?? '',
		footer: componentOf(template.components, 'FOOTER')?.text ?? '',
		buttons: buttonsOf(template.components).map(buttonInWords).join(', '),
		...(cards && { cards: cards.length }),
		...(template.library_template_name && {
			libraryTemplateName: template.library_template_name,
		}),
		syncedAt,
		fingerprint: fingerprint(template),
	};
}

function buttonInWords({ text, type }: TemplateButton): string {
	return text ? `${text} (${upper(type)})` : upper(type);
}
