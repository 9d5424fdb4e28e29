import { buttonSample, samplesOf } from '../definition/samples';
import { buttonsOf, componentOf, upper, type Template, type TemplateComponent } from '../template';
import { variablesIn } from '../variables';
import { isAuthentication } from './fields';
import { urlSuffix } from './urlSuffix';
import type { ParameterValues } from './values';

/** Returns the sample values of a template by parameter ID. */
export function sampleValues(
	template: Pick<Template, 'components'> & Partial<Pick<Template, 'category'>>,
): ParameterValues {
	if (isAuthentication(template)) return { code: '123456' };
	const carousel = componentOf(template.components, 'CAROUSEL');
	return Object.assign(
		partSamples(template.components, ''),
		...(carousel?.cards ?? []).map((card, index) => partSamples(card.components, `card.${index}.`)),
	) as ParameterValues;
}

function partSamples(components: readonly TemplateComponent[], prefix: string): ParameterValues {
	const values: ParameterValues = {};
	for (const [type, place] of [
		['HEADER', 'header.text'],
		['BODY', 'body'],
	] as const) {
		const component = componentOf(components, type);
		if (!component) continue;
		const samples = samplesOf(component);
		for (const name of variablesIn(component.text))
			if (samples[name]) values[`${prefix}${place}.${name}`] = samples[name];
	}
	buttonsOf(components).forEach((button, index) => {
		const sample = buttonSample(button);
		if (sample === '') return;
		if (upper(button.type) === 'COPY_CODE') values[`${prefix}button.${index}.coupon`] = sample;
		if (upper(button.type) === 'URL')
			values[`${prefix}button.${index}.url`] = urlSuffix(button.url, sample);
	});
	return values;
}
