import type { GraphRequest } from '../graph/request';
import type { Template } from './template';

/** Filters templates by status, category, language, quality, name, and content. */
export function chosenTemplates(all: Template[], { params }: GraphRequest): Template[] {
	const list = (name: string) => {
		const value = params[name];
		if (typeof value !== 'string' || value === '') return undefined;
		return value.replace(/[[\]"\s]/g, '').split(',');
	};
	const [statuses, categories, languages, scores] = [
		'status',
		'category',
		'language',
		'quality_score',
	].map(list);
	const text = (template: Template) =>
		template.components.map((component) => component.text ?? '').join('\n');
	const contains = (haystack: string, needle: unknown) =>
		typeof needle !== 'string' || haystack.toLowerCase().includes(needle.toLowerCase());
	return all.filter(
		(template) =>
			(!statuses || statuses.includes(template.status)) &&
			(!categories || categories.includes(template.category)) &&
			(!languages || languages.includes(template.language)) &&
			(!scores || scores.includes(template.quality.score)) &&
			contains(template.name, params.name) &&
			contains(text(template), params.content) &&
			contains(`${template.name}\n${text(template)}`, params.name_or_content),
	);
}
