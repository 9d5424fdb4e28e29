import { z } from 'zod/v3';
import { InvalidInputError } from '../../errors/cloudApiError';
import { kind, templateComponent, type TemplateComponent } from '../template';
import { normaliseExample } from './samples';
import { normaliseVariables, parameterFormat, variablesIn } from '../variables';
import { Refusals } from './refusals';

const definitionSchema = z
	.object({
		name: z.string().optional(),
		language: z.string().optional(),
		category: z.string().optional(),
		parameter_format: z.string().optional(),
		components: z.array(templateComponent).optional(),
		message_send_ttl_seconds: z.number().optional(),
		library_template_name: z.string().optional(),
	})
	.passthrough();

/** What `POST /{waba}/message_templates` takes (Meta: message templates); unknown properties pass through. */
export interface TemplateDefinition {
	name: string;
	language: string;
	category: string;
	parameter_format?: string;
	components?: TemplateComponent[];
	message_send_ttl_seconds?: number;
	library_template_name?: string;
	[property: string]: unknown;
}

/**
 * Reads a definition as people write or copy it and brings it into Meta's form: types in capitals,
 * `[[1]]` as `{{1}}`, the parameter format named where the variables tell it.
 *
 * Throws InvalidInputError, with every place listed, when it is not shaped like a definition.
 */
export function readDefinition(input: unknown): TemplateDefinition {
	const parsed = definitionSchema.safeParse(input);
	if (!parsed.success) throw shapeRefusal(parsed.error);
	const { components, ...rest } = parsed.data;
	const definition: TemplateDefinition = {
		...rest,
		name: (rest.name ?? '').trim(),
		language: (rest.language ?? '').trim(),
		category: kind(rest.category?.trim()),
	};
	if (components) definition.components = components.map(normaliseComponent);
	const format = rest.parameter_format
		? kind(rest.parameter_format)
		: parameterFormat(textsOf(definition.components ?? []).flatMap(variablesIn));
	if (format) definition.parameter_format = format;
	return definition;
}

/** Types in capitals, variables in braces and samples in their lists, in a component and all it holds. */
export function normaliseComponent(component: TemplateComponent): TemplateComponent {
	return {
		...component,
		...(component.example !== undefined && { example: normaliseExample(component) }),
		type: kind(component.type),
		...(component.format !== undefined && { format: kind(component.format) }),
		...(component.text !== undefined && { text: normaliseVariables(component.text) }),
		...(component.buttons && {
			buttons: component.buttons.map((button) => ({
				...button,
				type: kind(button.type),
				...(button.url !== undefined && { url: normaliseVariables(button.url) }),
			})),
		}),
		...(component.cards && {
			cards: component.cards.map((card) => ({
				...card,
				components: card.components.map(normaliseComponent),
			})),
		}),
	};
}

/** The header and body texts of a template and of its cards: where variables are named or numbered. */
export function textsOf(components: readonly TemplateComponent[]): string[] {
	return components.flatMap((component) => [
		...(['HEADER', 'BODY'].includes(kind(component.type)) && component.text
			? [component.text]
			: []),
		...(component.cards ?? []).flatMap((card) => textsOf(card.components)),
	]);
}

function shapeRefusal(error: z.ZodError): InvalidInputError {
	const refusals = new Refusals();
	for (const issue of error.issues) {
		const path = issue.path.reduce<string>(
			(text, part) =>
				typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part,
			'',
		);
		refusals.add(
			path || 'definition',
			`${path || 'The definition'} is not what Meta takes: ${issue.message.toLowerCase()}`,
			"Compare it with an example of Meta's, or build the template with the form.",
		);
	}
	const subject = 'The definition cannot be read';
	return refusals.toError(subject) ?? new InvalidInputError('definition', subject, error.message);
}
