import { upper, type TemplateButton, type TemplateComponent } from '../template';
import { isPositional, variablesIn } from '../variables';

/** Sample values by variable, e.g. `{"1": "Pablo"}` or `{"first_name": "Pablo"}`. */
export type Samples = Record<string, string>;

/**
 * Returns the sample values of a header or body, in any format of Meta's definitions:
 * `header_text: [..]`, `body_text: [[..]]` (also a flat list or one text), or `…_named_params: [{param_name, example}]`.
 */
export function samplesOf(component: TemplateComponent): Samples {
	const example = isRecord(component.example) ? component.example : {};
	const place = upper(component.type) === 'HEADER' ? 'header_text' : 'body_text';
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

/**
 * Returns the `example` of a header or body for the variables in its text, or undefined without variables
 * and samples. Samples without a variable are kept, so that the check can report them.
 */
export function exampleFor(
	type: 'HEADER' | 'BODY',
	text: string,
	samples: Samples,
): Record<string, unknown> | undefined {
	const variables = variablesIn(text);
	const place = type === 'HEADER' ? 'header_text' : 'body_text';
	const surplus = Object.keys(samples).filter((name) => !variables.includes(name));
	if (variables.length + surplus.length === 0) return undefined;
	if (![...variables, ...surplus].every(isPositional))
		return {
			[`${place}_named_params`]: [...variables, ...surplus].map((name) => ({
				param_name: name,
				example: samples[name] ?? '',
			})),
		};
	const values = [...variables, ...surplus]
		.sort((one, other) => Number(one) - Number(other))
		.map((name) => samples[name] ?? '');
	return { [place]: type === 'HEADER' ? values : [values] };
}

/** Returns samples by variable; samples in a list belong to the variables in order. */
export function samplesByVariable(text: string, samples: Samples | readonly string[]): Samples {
	if (!Array.isArray(samples)) return samples as Samples;
	const variables = variablesIn(text);
	return Object.fromEntries(
		(samples as string[]).map((value, index) => [variables[index] ?? String(index + 1), value]),
	);
}

/** Returns an example with nested lists as Meta requires them (`body_text: [["Pablo"]]`), from text or a flat list. */
export function normaliseExample({ type, example }: TemplateComponent): unknown {
	if (!isRecord(example)) return example;
	const place = upper(type) === 'HEADER' ? 'header_text' : 'body_text';
	if (!(place in example)) return example;
	const values = [example[place]].flat(2);
	return { ...example, [place]: place === 'header_text' ? values : [values] };
}

/** Returns the sample value of a URL or copy code button, which is a list or a text. */
export function buttonSample(button: TemplateButton): string {
	const [sample] = [button.example].flat();
	return typeof sample === 'string' ? sample : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
