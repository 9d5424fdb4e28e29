/** What a field asks for, or shows. */
export type FlowFieldType =
	| 'text'
	| 'textarea'
	| 'number'
	| 'email'
	| 'phone'
	| 'password'
	| 'date'
	| 'dropdown'
	| 'radio'
	| 'checkbox'
	| 'optIn'
	| 'photo'
	| 'file'
	| 'heading'
	| 'body';

/** All types of fields, in the order in which forms list them. */
export const FLOW_FIELD_TYPES: readonly FlowFieldType[] = [
	'text',
	'textarea',
	'number',
	'email',
	'phone',
	'password',
	'date',
	'dropdown',
	'radio',
	'checkbox',
	'optIn',
	'photo',
	'file',
	'heading',
	'body',
];

/** One choice of a dropdown, radio or checkbox field. A bare text is its ID and its title. */
export interface FlowOption {
	/** What the answer contains; the title by default. */
	id?: string;
	/** Up to 30 characters are shown; a longer title is shown in full below a shortened one. */
	title: string;
	/** Up to 300 characters. */
	description?: string;
}

/** One field of a form. Limits are those of Flow JSON 7.3 (Meta: WhatsApp Flows, components). */
export interface FlowField {
	type: FlowFieldType;
	/** The question, or the text of a heading or body. A label that is too long for its component is shown as text above it. */
	label: string;
	/** The key of the answer; made from the label by default. Letters, digits, and underscores. */
	name?: string;
	required?: boolean;
	/** Shown with the field, up to 409 characters. */
	help?: string;
	/** For dropdown (up to 200), radio and checkbox (up to 20). */
	options?: ReadonlyArray<string | FlowOption>;
	/** Instead of `options`: the name under which the endpoint of the flow returns them, as `[{ id, title }]`. */
	optionsFrom?: string;
	/** What is filled in at the start: text, the ID of an option, a list of IDs, or true. */
	initial?: unknown;
	/** Characters of a text; the first and last day of a date as `2027-12-24`; choices of a checkbox; number of files. */
	min?: number | string;
	max?: number | string;
	/** MIME types of a file field, e.g. `application/pdf`. */
	accept?: readonly string[];
}

export interface FlowFormScreen {
	/** Shown in the title bar. */
	title?: string;
	/** Letters and underscores; made from the title by default. */
	id?: string;
	/** Text above the fields, up to 4,096 characters. */
	text?: string;
	fields: readonly FlowField[];
	/** Label of the button, up to 35 characters; `Continue`, on the last screen `Submit`. */
	button?: string;
}

export interface FlowForm {
	/** In the order in which the customer sees them. */
	screens: readonly FlowFormScreen[];
	/** Whether every screen is answered by the endpoint of the flow instead of the flow's own answer message. */
	endpoint?: boolean;
}

/** Whether a field has an answer. */
export function isInput({ type }: FlowField): boolean {
	return type !== 'heading' && type !== 'body';
}

/** An option with its ID. */
export function optionOf(
	option: string | FlowOption,
): Required<Pick<FlowOption, 'id' | 'title'>> & Pick<FlowOption, 'description'> {
	const { id, title, description } =
		typeof option === 'string' ? ({ title: option } as FlowOption) : option;
	return { id: id || title, title, ...(description && { description }) };
}
