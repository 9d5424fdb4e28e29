import { kind, type TemplateButton, type TemplateComponent } from '../template';
import { isPositional, variablesIn } from '../variables';

/** Sample values by variable, e.g. `{"1": "Pablo"}` or `{"first_name": "Pablo"}`. */
export type Samples = Record<string, string>;

/**
 * The samples of a header or body, from any of the places where Meta's definitions carry them:
 * `header_text: [..]`, `body_text: [[..]]` (also a flat list or one text), `…_named_params: [{param_name, example}]`.
 */
export function samplesOf(component: TemplateComponent): Samples {
	const example = isRecord(component.example) ? component.example : {};
	const place = kind(component.type) === 'HEADER' ? 'header_text' : 'body_text';
	const named = example[`${place}_named_params`];
	if (Array.isArray(named))
		return Object.fromEntries(
			named
				.filter(isRecord)
				.map((each) => [String(each.param_name ?? ''), String(each.example ?? '')]),
		);
	const positional = example[place];
	const values = [positional].flat(2).filter((value) => value !== undefined && value !== null);
	return Object.fromEntries(values.map((value, index) => [String(index + 1), String(value)]));
}

/** The `example` of a header or body for the variables its text has; undefined when it has none. */
export function exampleFor(
	type: 'HEADER' | 'BODY',
	text: string,
	samples: Samples,
): Record<string, unknown> | undefined {
	const variables = variablesIn(text);
	if (variables.length === 0) return undefined;
	const place = type === 'HEADER' ? 'header_text' : 'body_text';
	if (!variables.every(isPositional))
		return {
			[`${place}_named_params`]: variables.map((name) => ({
				param_name: name,
				example: samples[name] ?? '',
			})),
		};
	const values = [...variables]
		.sort((one, other) => Number(one) - Number(other))
		.map((name) => samples[name] ?? '');
	return { [place]: type === 'HEADER' ? values : [values] };
}

/** Samples may be written as text or as a flat list; Meta's own form nests them: `body_text: [["Pablo"]]`. */
export function normaliseExample({ type, example }: TemplateComponent): unknown {
	if (!isRecord(example)) return example;
	const place = kind(type) === 'HEADER' ? 'header_text' : 'body_text';
	if (!(place in example)) return example;
	const values = [example[place]].flat(2);
	return { ...example, [place]: place === 'header_text' ? values : [values] };
}

/** The sample of a URL or copy code button, which Meta takes as a list or as text. */
export function buttonSample(button: TemplateButton): string {
	const [sample] = [button.example].flat();
	return typeof sample === 'string' ? sample : '';
}

/** The handles of a media header's sample file. */
export function headerHandles(component: TemplateComponent): string[] {
	const example = isRecord(component.example) ? component.example : {};
	return [example.header_handle]
		.flat()
		.filter((handle): handle is string => typeof handle === 'string' && handle.trim() !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
