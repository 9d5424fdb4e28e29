import type { GraphRequest } from '../graph/request';
import { invalidTemplate } from './rejection';
import type { Component } from './template';

interface LibraryTemplate {
	id: string;
	name: string;
	category: string;
	topic: string;
	usecase: string;
	industry: string[];
	language: string;
	header?: string;
	body: string;
	body_params: string[];
	body_param_types: string[];
	buttons: Array<{ type: string; text: string; url?: string; phone_number?: string }>;
}

/** Some templates like those of Meta's template library; they need no review. */
const LIBRARY: LibraryTemplate[] = [
	{
		id: '7147013345418927',
		name: 'delivery_update_1',
		category: 'UTILITY',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'DELIVERY_UPDATE',
		industry: ['E_COMMERCE'],
		language: 'en_US',
		header: 'Your order is on its way',
		body: 'Hi {{1}}, good news: order {{2}} has left our warehouse and arrives on {{3}}.',
		body_params: ['Pablo', '860198', 'Friday'],
		body_param_types: ['TEXT', 'TEXT', 'TEXT'],
		buttons: [{ type: 'URL', text: 'Track order', url: 'https://www.example.com/' }],
	},
	{
		id: '7147013345418928',
		name: 'payment_reminder_2',
		category: 'UTILITY',
		topic: 'PAYMENTS',
		usecase: 'PAYMENT_DUE_REMINDER',
		industry: ['FINANCIAL_SERVICES'],
		language: 'en_US',
		header: 'Payment reminder',
		body: 'Hi {{1}}, your payment of {{2}} is due on {{3}}. Thank you for paying in time.',
		body_params: ['Pablo', '$20.00', '1 March'],
		body_param_types: ['TEXT', 'AMOUNT', 'DATE'],
		buttons: [
			{ type: 'URL', text: 'Pay now', url: 'https://www.example.com/' },
			{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550051310' },
		],
	},
	{
		id: '7147013345418929',
		name: 'appointment_reminder_3',
		category: 'UTILITY',
		topic: 'EVENT_REMINDER',
		usecase: 'APPOINTMENT_REMINDER',
		industry: ['HEALTHCARE'],
		language: 'en_US',
		body: 'Hi {{1}}, this is a reminder of your appointment on {{2}} at our office.',
		body_params: ['Pablo', '1 March'],
		body_param_types: ['TEXT', 'DATE'],
		buttons: [],
	},
];

export function library({ params }: GraphRequest): LibraryTemplate[] {
	const asked = (name: string) =>
		typeof params[name] === 'string' && params[name] !== ''
			? params[name].toUpperCase()
			: undefined;
	const [search, topic, usecase, industry] = ['search', 'topic', 'usecase', 'industry'].map(asked);
	const language = params.language;
	return LIBRARY.filter(
		(one) =>
			(!search || `${one.name} ${one.body}`.toUpperCase().includes(search)) &&
			(!topic || one.topic === topic) &&
			(!usecase || one.usecase === usecase) &&
			(!industry || one.industry.includes(industry)) &&
			(typeof language !== 'string' || language === '' || one.language === language),
	);
}

/** The definition of a library template with the inputs for its buttons. */
export function fromLibrary({ params }: GraphRequest): {
	category: string;
	components: Component[];
} {
	const wanted = String(params.library_template_name);
	const found = LIBRARY.find(({ name }) => name === wanted);
	if (!found) throw invalidTemplate(`The library has no template named ${wanted}.`);
	const inputs = parsed(params.library_template_button_inputs) as Array<{
		type?: string;
		url?: { base_url?: string; url_suffix_example?: string };
		phone_number?: string;
	}>;
	const buttons = found.buttons.map((button, index) => {
		const input = inputs[index] ?? {};
		if (button.type === 'URL') {
			if (!input.url?.base_url) {
				throw invalidTemplate(
					'library_template_button_inputs: the URL button requires url.base_url.',
				);
			}
			const { base_url: url, url_suffix_example: sample } = input.url;
			return { type: 'URL', text: button.text, url, ...(sample ? { example: [sample] } : {}) };
		}
		if (!input.phone_number) {
			throw invalidTemplate(
				'library_template_button_inputs: the phone button requires phone_number.',
			);
		}
		return { type: 'PHONE_NUMBER', text: button.text, phone_number: input.phone_number };
	});
	return {
		category: found.category,
		components: [
			...(found.header ? [{ type: 'HEADER', format: 'TEXT', text: found.header }] : []),
			{ type: 'BODY', text: found.body, example: { body_text: [found.body_params] } },
			...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
		],
	};
}

function parsed(given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	if (typeof given !== 'string' || given === '') return [];
	try {
		const value: unknown = JSON.parse(given);
		return Array.isArray(value) ? value : [];
	} catch {
		throw invalidTemplate('library_template_button_inputs is not valid JSON.');
	}
}
