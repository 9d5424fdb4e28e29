import { isDynamic } from './bindings';
import { COMPONENTS, type ComponentType } from './components';
import { checkForm, checkIf, checkSwitch } from './containerRules';
import { isRaw, type FlowModel, type Placed, type ScreenModel } from './model';
import { isDate } from './properties';

/** What `If` and `Switch` can contain. ChipsSelector from 7.1. */
const CONDITIONAL = new Set([
	'TextHeading',
	'TextSubheading',
	'TextBody',
	'TextCaption',
	'CheckboxGroup',
	'DatePicker',
	'Dropdown',
	'EmbeddedLink',
	'Footer',
	'Image',
	'OptIn',
	'RadioButtonsGroup',
	'Switch',
	'TextArea',
	'TextInput',
	'If',
	'ChipsSelector',
]);
const STRUCTURE = ['Form', 'If', 'Switch'];
const NO_FORM = new Set(['RichText', 'NavigationList', 'ImageCarousel', 'Form']);

/** Checks the properties and the place of one component. */
export function checkComponent(flow: FlowModel, screen: ScreenModel, component: Placed): void {
	const { type, path, conditional, inForm } = component;
	const { issues } = flow;
	const known = Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type] : undefined;
	if (!known && !STRUCTURE.includes(type)) {
		return issues.value('INVALID_PROPERTY_VALUE', "Invalid value found for property 'type'.", [
			...path,
			'type',
		]);
	}
	if (flow.version < (known?.since ?? 0)) {
		return issues.value(
			'INVALID_PROPERTY_VALUE',
			`Invalid value found for property 'type'. ${type} requires Flow JSON version ${(known?.since ?? 0) / 10}.`,
			[...path, 'type'],
		);
	}
	const allowed = CONDITIONAL.has(type) && (type !== 'ChipsSelector' || flow.version >= 71);
	if ((conditional && !allowed) || (inForm && NO_FORM.has(type))) {
		issues.value(
			'INVALID_COMPONENT_PLACEMENT',
			`${type} cannot be used inside ${conditional ? 'If or Switch' : 'Form'}.`,
			[...path, 'type'],
		);
	}
	if (type === 'If') return checkIf(flow, screen, component);
	if (type === 'Switch') return checkSwitch(flow, screen, component);
	if (type === 'Form') return checkForm(flow, screen, component);
	if (known) checkProperties(flow, screen, component, known);
	checkPairs(flow, component);
	if (type === 'CalendarPicker') checkCalendar(flow, component);
	if (type === 'TextInput') checkPattern(flow, component);
	if (type === 'Footer') checkCaptions(flow, component);
}

function checkProperties(
	flow: FlowModel,
	screen: ScreenModel,
	component: Placed,
	{ properties }: ComponentType,
): void {
	const { type, raw, path, inForm } = component;
	for (const [name, { required }] of Object.entries(properties)) {
		if (!required || raw[name] !== undefined) continue;
		flow.issues.value('MISSING_REQUIRED_PROPERTY', `Required property '${name}' is missing.`, path);
	}
	for (const [name, value] of Object.entries(raw)) {
		if (name === 'type') continue;
		const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
		const own = [...path, name];
		if (!property || (property.outsideForm && inForm)) {
			flow.issues.key(
				'INVALID_PROPERTY_KEY',
				property
					? `Property '${name}' is not allowed in '${type}' component inside 'Form'. Use the properties of the Form instead.`
					: `Property '${name}' is not allowed in '${type}' component.`,
				own,
			);
		} else if (flow.version < (property.since ?? 0)) {
			flow.issues.key(
				'INVALID_PROPERTY_KEY',
				`Property '${name}' is not allowed in '${type}' component before Flow JSON version ${(property.since ?? 0) / 10}.`,
				own,
			);
		} else if (name === 'name' && isDynamic(value)) {
			flow.issues.value('PATTERN_MISMATCH', "Property 'name' should not be dynamic.", own);
		} else {
			property.rule(value, { flow, screen, component, name, path: own });
		}
	}
}

/** Least and most of the same thing. */
const PAIRS = [
	['min-selected-items', 'max-selected-items'],
	['min-chars', 'max-chars'],
	['min-uploaded-photos', 'max-uploaded-photos'],
	['min-uploaded-documents', 'max-uploaded-documents'],
	['min-days', 'max-days'],
];

function checkPairs({ issues }: FlowModel, { type, raw, path }: Placed): void {
	for (const [least, most] of PAIRS) {
		if (raw[least] === undefined || raw[most] === undefined) continue;
		if (!(Number(raw[least]) > Number(raw[most]))) continue;
		issues.value(
			'MIN_VALUE_GREATER_THAN_MAX',
			`'${least}' cannot be greater than '${most}' for ${type} '${String(raw.name)}'.`,
			[...path, least],
		);
	}
	const [from, to] = [raw['min-date'], raw['max-date']];
	const isDay = (value: unknown): value is string => typeof value === 'string' && isDate(value);
	if (!isDay(from) || !isDay(to) || from <= to) return;
	issues.value(
		'INVALID_DATE_RANGE',
		`'min-date' cannot be greater than 'max-date' for ${type} '${String(raw.name)}'.`,
		[...path, 'min-date'],
	);
}

function checkCalendar({ issues }: FlowModel, { raw, path }: Placed): void {
	const range = raw.mode === 'range';
	for (const name of ['title', 'description', 'min-days', 'max-days']) {
		if (range || raw[name] === undefined || isDynamic(raw.mode)) continue;
		issues.key(
			'INVALID_PROPERTY_NAME_FOR_CONDITION',
			`Cannot set property '${name}' when 'mode' is 'single' for component 'CalendarPicker'.`,
			[...path, name],
		);
	}
	const { label } = raw;
	if (
		range &&
		isRaw(label) &&
		(label['start-date'] === undefined || label['end-date'] === undefined)
	) {
		issues.value(
			'MISSING_CALENDAR_PICKER_RANGE_MODE_PROP',
			"The property 'label' of component 'CalendarPicker' must have 'start-date' and 'end-date' when the mode is set to 'range'.",
			[...path, 'label'],
		);
	}
}

function checkPattern({ issues }: FlowModel, { raw, path }: Placed): void {
	if (raw.pattern === undefined) return;
	const type = String(raw['input-type'] ?? 'text');
	if (!['text', 'number', 'password', 'passcode'].includes(type)) {
		issues.key(
			'INVALID_PROPERTY_NAME_FOR_CONDITION',
			`Cannot set property 'pattern' when 'input-type' is '${type}' for component 'TextInput'.`,
			[...path, 'pattern'],
		);
	}
	if (raw['helper-text'] === undefined) {
		issues.value(
			'INVALID_DEPENDENCIES',
			'TextInput should have property helper-text when property pattern is present.',
			[...path, 'pattern'],
		);
	}
	try {
		new RegExp(String(raw.pattern), 'u');
	} catch {
		issues.value(
			'INVALID_PROPERTY_VALUE_FORMAT',
			"Property 'pattern' should be in 'regex' format.",
			[...path, 'pattern'],
		);
	}
}

function checkCaptions({ issues }: FlowModel, { raw, path }: Placed): void {
	const has = (side: string) => raw[`${side}-caption`] !== undefined;
	if (has('center') && (has('left') || has('right'))) {
		issues.value(
			'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
			"Properties 'center-caption' and [left-caption, right-caption] must be present exclusively at Footer.",
			path,
		);
	} else if (has('left') !== has('right')) {
		const [there, missing] = has('left') ? ['left', 'right'] : ['right', 'left'];
		issues.value(
			'INVALID_DEPENDENCIES',
			`Footer should have property ${missing}-caption when property ${there}-caption is present.`,
			[...path, `${there}-caption`],
		);
	}
}
