import { optionsCollection } from '../../fields/options';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { amount } from '../../../../cloud-api/messages/schema';
import { TIME_TO_LIVE } from '../../../../cloud-api/templates/definition/limits';
import type { Parameters } from '../../runtime/parameters';

const check: INodeProperties = {
	displayName: 'Check Before Submitting',
	name: 'check',
	type: 'boolean',
	default: true,
	description: "Whether to check the template against Meta's rules before it is sent",
};

const linkTracking: INodeProperties = {
	displayName: 'Link Tracking',
	name: 'linkTracking',
	type: 'boolean',
	default: true,
	description: "Whether Meta counts clicks on the template's URL buttons",
};

const timeToLive: INodeProperties = {
	displayName: 'Time to Live (Seconds)',
	name: 'timeToLive',
	type: 'number',
	default: 600,
	description: `Seconds after which an undelivered message expires: ${ranges()}, -1 for 30 days`,
};

function ranges(): string {
	return Object.entries(TIME_TO_LIVE)
		.map(
			([category, [min, max]]) => `${amount(min)} to ${amount(max)} for ${category.toLowerCase()}`,
		)
		.join(', ');
}

/** Options of Template → Submit. */
export const submitOptions = optionsCollection([
	{
		displayName: 'Allow Category Change',
		name: 'allowCategoryChange',
		type: 'boolean',
		default: true,
		description: 'Whether Meta can change the category instead of rejecting the template',
	},
	check,
	linkTracking,
	{
		displayName: 'Sub-Category',
		name: 'subCategory',
		type: 'options',
		options: [
			{ name: 'Order Details', value: 'ORDER_DETAILS', description: 'With a button to pay' },
			{ name: 'Order Status', value: 'ORDER_STATUS', description: 'With the status of an order' },
		],
		default: 'ORDER_STATUS',
		description: 'For utility templates of orders and payments (India, Brazil, Singapore)',
	},
	timeToLive,
]);

/** Options of Template → Update. */
export const updateOptions = optionsCollection([
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION' },
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Utility', value: 'UTILITY' },
		],
		default: 'UTILITY',
		description: 'The category of an approved template cannot be changed',
	},
	check,
	linkTracking,
	timeToLive,
]);

/** Returns the options that are set, in Meta's format. */
export function optionsOf(param: Parameters): IDataObject {
	const options = param.group('options');
	const allowCategoryChange = options.optionalFlag('allowCategoryChange');
	const linkTracking = options.optionalFlag('linkTracking');
	const timeToLive = options.number('timeToLive');
	const subCategory = options.optionalText('subCategory');
	return {
		...(subCategory && { sub_category: subCategory }),
		...(allowCategoryChange !== undefined && { allow_category_change: allowCategoryChange }),
		...(linkTracking !== undefined && { cta_url_link_tracking_opted_out: !linkTracking }),
		...(timeToLive !== undefined && { message_send_ttl_seconds: timeToLive }),
	};
}
