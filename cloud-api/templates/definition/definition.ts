import { z } from 'zod/v3';
import { InvalidInputError } from '../../errors/cloudApiError';
import { upper, numeric, templateComponent, type TemplateComponent } from '../template';
import { readHeaderSample } from './headerSample';
import { exampleFor, normaliseExample, samplesByVariable, type Samples } from './samples';
import { normaliseVariables, parameterFormat, variablesIn } from '../variables';
import { Problems } from './problems';

const definitionSchema = z
	.object({
		name: z.string().optional(),
		language: z.string().optional(),
		category: z.string().optional(),
		parameter_format: z.string().optional(),
		components: z.array(templateComponent).optional(),
		message_send_ttl_seconds: numeric.optional(),
		library_template_name: z.string().optional(),
	})
	.passthrough();

/** The body of `POST /{waba}/message_templates` (Meta: message templates); unknown keys pass through. */
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
 * Reads a definition from a form or from JSON and normalizes it: types in capitals, `[[1]]` as `{{1}}`,
 * `samples` as Meta's `example`, and the parameter format of its variables.
 *
 * @param binaryFields names of binary fields that a header can use as its sample
 * @throws InvalidInputError that lists everything that does not have the shape of a definition
 */
export function readDefinition(
	input: unknown,
	{ binaryFields = [] }: { binaryFields?: readonly string[] } = {},
): TemplateDefinition {
	const parsed = definitionSchema.safeParse(input);
	if (!parsed.success) throw shapeError(parsed.error);
	const { components, ...rest } = parsed.data;
	const definition: TemplateDefinition = {
		...rest,
		name: (rest.name ?? '').trim(),
		language: (rest.language ?? '').trim(),
		category: upper(rest.category?.trim()),
	};
	if (components)
		definition.components = components.map((each) => normaliseComponent(each, binaryFields));
	const format = rest.parameter_format
		? upper(rest.parameter_format)
		: parameterFormat(textsOf(definition.components ?? []).flatMap(variablesIn));
	if (format) definition.parameter_format = format;
	return definition;
}

function normaliseComponent(
	{ samples, ...component }: TemplateComponent,
	binaryFields: readonly string[],
): TemplateComponent {
	const text = component.text === undefined ? undefined : normaliseVariables(component.text);
	const sample = readHeaderSample(component, binaryFields);
	return {
		...component,
		...(component.example !== undefined && { example: normaliseExample(component) }),
		...(samples !== undefined && {
			example: exampleOf(upper(component.type), text ?? '', samples as Samples | string[]),
		}),
		...(sample && 'binaryField' in sample && { sample, example: undefined }),
		...(sample && 'handle' in sample && { example: { header_handle: [sample.handle] } }),
		type: upper(component.type),
		...(component.format !== undefined && { format: upper(component.format) }),
		...(text !== undefined && { text }),
		...(component.buttons && {
			buttons: component.buttons.map((button) => ({
				...button,
				type: upper(button.type),
				...(button.url !== undefined && { url: normaliseVariables(button.url) }),
			})),
		}),
		...(component.cards && {
			cards: component.cards.map((card) => ({
				...card,
				components: card.components.map((each) => normaliseComponent(each, binaryFields)),
			})),
		}),
	};
}

function exampleOf(type: string, text: string, samples: Samples | string[]): unknown {
	return exampleFor(type === 'HEADER' ? 'HEADER' : 'BODY', text, samplesByVariable(text, samples));
}

/** Returns the header and body texts of a template and of its cards. */
export function textsOf(components: readonly TemplateComponent[]): string[] {
	return components.flatMap((component) => [
		...(['HEADER', 'BODY'].includes(upper(component.type)) && component.text
			? [component.text]
			: []),
		...(component.cards ?? []).flatMap((card) => textsOf(card.components)),
	]);
}

function shapeError(error: z.ZodError): InvalidInputError {
	const problems = new Problems();
	for (const issue of error.issues) {
		const path = issue.path.reduce<string>(
			(text, part) =>
				typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part,
			'',
		);
		problems.add(
			path || 'definition',
			`${path || 'The definition'} is invalid: ${issue.message.toLowerCase()}`,
			'Compare it with an example in Meta\'s documentation, or choose "Using Form".',
		);
	}
	const subject = 'The definition cannot be read';
	return problems.toError(subject) ?? new InvalidInputError('definition', subject, error.message);
}
