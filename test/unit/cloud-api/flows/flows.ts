/** Flow JSON for tests, written from Meta's rules: two screens without an endpoint. */
export const LEAD = {
	version: '7.3',
	screens: [
		{
			id: 'CONTACT',
			title: 'Contact',
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextHeading', text: 'Get a quote' },
					{ type: 'TextInput', name: 'first_name', label: 'First name', required: true },
					{ type: 'TextInput', name: 'email', label: 'Email', 'input-type': 'email' },
					{
						type: 'Footer',
						label: 'Continue',
						'on-click-action': {
							name: 'navigate',
							next: { type: 'screen', name: 'INTEREST' },
							payload: { first_name: '${form.first_name}' },
						},
					},
				],
			},
		},
		{
			id: 'INTEREST',
			title: 'Interest',
			terminal: true,
			data: { first_name: { type: 'string', __example__: 'Ada' } },
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextBody', text: '${data.first_name}' },
					{
						type: 'RadioButtonsGroup',
						name: 'product',
						label: 'Product',
						'data-source': [
							{ id: 'solar', title: 'Solar' },
							{ id: 'heat', title: 'Heat pump' },
						],
					},
					{
						type: 'Footer',
						label: 'Send',
						'on-click-action': {
							name: 'complete',
							payload: {
								product: '${form.product}',
								email: '${screen.CONTACT.form.email}',
							},
						},
					},
				],
			},
		},
	],
} as const;

/** Flow JSON with an endpoint: a day, then the free times of that day. */
export const BOOKING = {
	version: '7.3',
	data_api_version: '4.0',
	routing_model: { DAY: ['TIME'], TIME: [] },
	screens: [
		{
			id: 'DAY',
			title: 'Day',
			refresh_on_back: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{
						type: 'DatePicker',
						name: 'day',
						label: 'Day',
						required: true,
						'min-date': '2027-01-01',
					},
					{
						type: 'Footer',
						label: 'Continue',
						'on-click-action': { name: 'data_exchange', payload: { day: '${form.day}' } },
					},
				],
			},
		},
		{
			id: 'TIME',
			title: 'Time',
			terminal: true,
			data: {
				times: {
					type: 'array',
					items: {
						type: 'object',
						properties: { id: { type: 'string' }, title: { type: 'string' } },
					},
					__example__: [{ id: '10:00', title: '10:00' }],
				},
				is_late: { type: 'boolean', __example__: false },
			},
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{
						type: 'Form',
						name: 'form',
						children: [
							{
								type: 'Dropdown',
								name: 'time',
								label: 'Time',
								required: true,
								'data-source': '${data.times}',
							},
							{
								type: 'If',
								condition: "${data.is_late} && (${form.time} != '')",
								then: [{ type: 'TextCaption', text: 'After hours' }],
								else: [{ type: 'TextCaption', text: 'In opening hours' }],
							},
							{ type: 'PhotoPicker', name: 'photos', label: 'Photos', 'max-uploaded-photos': 3 },
							{
								type: 'Footer',
								label: 'Book',
								'on-click-action': {
									name: 'data_exchange',
									payload: { time: '${form.time}', photos: '${form.photos}' },
								},
							},
						],
					},
				],
			},
		},
	],
} as const;

export type Plain = Record<string, unknown>;

/** A deep copy in which the value at a path is replaced; `undefined` removes it. */
export function changed(flow: unknown, path: string, value: unknown): Plain {
	const copy = JSON.parse(JSON.stringify(flow)) as Plain;
	const steps = path.split(/[.[\]]+/).filter(Boolean);
	const last = steps.pop() as string;
	const owner = steps.reduce<Plain>((node, step) => node[step] as Plain, copy);
	if (value === undefined) delete owner[last];
	else owner[last] = value;
	return copy;
}
