import type { TemplateInput } from '../sandbox/control/types';

/** The template that the note of the example "Appointment reminder" describes. */
export const appointmentReminder: TemplateInput = {
	name: 'appointment_reminder',
	components: [
		{
			type: 'BODY',
			text: 'Hello {{1}}, we look forward to seeing you tomorrow at {{2}}. See you soon!',
		},
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'I will come' },
				{ type: 'QUICK_REPLY', text: 'I need another date' },
			],
		},
	],
};

/** The template that the note of the example "Send a template to each row of a sheet" describes. */
export const orderLeaves: TemplateInput = {
	name: 'order_leaves',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Your order {{1}}' },
		{
			type: 'BODY',
			text: 'Dear {{1}}, your order leaves our bakery on {{2}}. Thank you for buying from us!',
		},
		{
			type: 'BUTTONS',
			buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/orders/{{1}}' }],
		},
	],
};

/** An approved template with a variable in every place that supports one. */
export const orderUpdate: TemplateInput = {
	name: 'order_update',
	language: 'en_US',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['4711'] } },
		{
			type: 'BODY',
			text: 'Hello {{1}}, your order leaves at {{2}}.',
			example: { body_text: [['Ana', '14:00']] },
		},
		{ type: 'FOOTER', text: 'Sandbox Bakery' },
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'URL',
					text: 'Track',
					url: 'https://example.com/{{1}}',
					example: ['https://example.com/4711'],
				},
			],
		},
	],
};
