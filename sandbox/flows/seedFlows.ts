import type { FlowJson } from './play/flowJson';

/** The published flow of a new sandbox: one screen with a rating, a comment, and a consent. */
export const feedbackFlow: FlowJson = {
	version: '7.3',
	screens: [
		{
			id: 'FEEDBACK',
			title: 'Your feedback',
			terminal: true,
			success: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextHeading', text: 'How was your order?' },
					{
						type: 'TextBody',
						text: 'Two questions, less than a minute.',
					},
					{
						type: 'RadioButtonsGroup',
						name: 'rating',
						label: 'Your rating',
						required: true,
						'data-source': [
							{ id: 'great', title: 'Great' },
							{ id: 'fine', title: 'Fine' },
							{ id: 'poor', title: 'Not good' },
						],
					},
					{
						type: 'TextArea',
						name: 'comment',
						label: 'Comment',
						'helper-text': 'What should we do better?',
					},
					{ type: 'OptIn', name: 'contact', label: 'You may call me about this' },
					{
						type: 'Footer',
						label: 'Send',
						'on-click-action': {
							name: 'complete',
							payload: {
								rating: '${form.rating}',
								comment: '${form.comment}',
								contact: '${form.contact}',
							},
						},
					},
				],
			},
		},
	],
};

/** The draft of a new sandbox: two screens, the second with data of the first. */
export const appointmentFlow: FlowJson = {
	version: '7.3',
	screens: [
		{
			id: 'DETAILS',
			title: 'Book a tasting',
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextInput', name: 'name', label: 'Your name', required: true },
					{
						type: 'Dropdown',
						name: 'cake',
						label: 'Cake',
						required: true,
						'data-source': [
							{ id: 'lemon', title: 'Lemon cake' },
							{ id: 'chocolate', title: 'Chocolate cake' },
						],
					},
					{ type: 'DatePicker', name: 'day', label: 'Day' },
					{
						type: 'Footer',
						label: 'Continue',
						'on-click-action': {
							name: 'navigate',
							next: { type: 'screen', name: 'SUMMARY' },
							payload: { name: '${form.name}', cake: '${form.cake}', day: '${form.day}' },
						},
					},
				],
			},
		},
		{
			id: 'SUMMARY',
			title: 'Summary',
			terminal: true,
			success: true,
			data: {
				name: { type: 'string', __example__: 'Ana' },
				cake: { type: 'string', __example__: 'lemon' },
				day: { type: 'string', __example__: '2027-01-15' },
			},
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextBody', text: "`${data.name} ', a tasting of ' ${data.cake}`" },
					{ type: 'TextCaption', text: '${data.day}' },
					{
						type: 'Footer',
						label: 'Book',
						'on-click-action': {
							name: 'complete',
							payload: { name: '${data.name}', cake: '${data.cake}', day: '${data.day}' },
						},
					},
				],
			},
		},
	],
};
