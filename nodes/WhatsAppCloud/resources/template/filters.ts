import type { INodeProperties } from 'n8n-workflow';
import { TEMPLATE_LANGUAGES } from '../../../../cloud-api/templates/languages';
import type { TemplateFilter } from '../../../../cloud-api/templates/read';
import type { Parameters } from '../../runtime/parameters';

const choices = (...values: string[]) =>
	values
		.map((value) => ({
			name: value
				.split('_')
				.map((word) => word[0] + word.slice(1).toLowerCase())
				.join(' '),
			value,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));

/** Filters of Template → Get Many. */
export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Category',
			name: 'category',
			type: 'multiOptions',
			options: choices('AUTHENTICATION', 'MARKETING', 'UTILITY'),
			default: [],
			description: 'Only templates of these categories',
		},
		{
			displayName: 'Content Contains',
			name: 'content',
			type: 'string',
			default: '',
			placeholder: 'e.g. order',
			description: 'Part of the text',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'multiOptions',
			options: Object.entries(TEMPLATE_LANGUAGES)
				.map(([value, name]) => ({ name, value }))
				.sort((one, other) => one.name.localeCompare(other.name)),
			default: [],
			description: 'Only templates in these languages',
		},
		{
			displayName: 'Name Contains',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. order',
			description: 'Part of the name',
		},
		{
			displayName: 'Name or Content Contains',
			name: 'nameOrContent',
			type: 'string',
			default: '',
			placeholder: 'e.g. order',
		},
		{
			displayName: 'Quality',
			name: 'quality',
			type: 'multiOptions',
			options: choices('GREEN', 'RED', 'UNKNOWN', 'YELLOW'),
			default: [],
			description: 'Only templates with these quality ratings',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			options: choices(
				'APPROVED',
				'ARCHIVED',
				'DISABLED',
				'IN_APPEAL',
				'PAUSED',
				'PENDING',
				'PENDING_DELETION',
				'REJECTED',
			),
			default: [],
			description: 'Only templates with these statuses',
		},
	],
};

/** Filters that take several values. */
const LISTS = ['category', 'language', 'quality', 'status'];

/** Returns the filters that are set. */
export function filterOf(param: Parameters): TemplateFilter {
	const filters = param.group('filters');
	const input = filters
		.names()
		.filter((name) => filters.has(name))
		.map((name) => [name, LISTS.includes(name) ? filters.texts(name) : filters.text(name)] as const)
		.filter(([, value]) => value.length > 0);
	return Object.fromEntries(input) as TemplateFilter;
}
