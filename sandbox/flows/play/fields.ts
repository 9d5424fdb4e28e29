import type { FlowComponent } from './flowJson';
import { isEmpty } from './screen';

/** A choice of `data-source`. */
export interface FlowOption {
	id: string;
	title: string;
	description?: string;
	metadata?: string;
	enabled?: boolean;
	image?: string;
	'alt-text'?: string;
	color?: string;
	'on-select-action'?: FlowComponent['on-select-action'];
	'on-unselect-action'?: FlowComponent['on-unselect-action'];
}

/** A file of a picker, as far as its rules need it. */
interface PickedFile {
	size: number;
	mimeType: string;
}

/** The choices of a component. */
export function optionsOf(component: FlowComponent): FlowOption[] {
	const source = component['data-source'];
	return Array.isArray(source) ? (source as FlowOption[]) : [];
}

const isTrue = (value: unknown) => value === true || value === 'true';
const number = (value: unknown): number | undefined => {
	const result = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof result === 'number' && Number.isFinite(result) ? result : undefined;
};
const lengthOf = (text: string) => [...text].length;

/** Why a value of an input is not accepted; `undefined` if it is. Disabled inputs are not checked. */
export function fieldProblem(component: FlowComponent, value: unknown): string | undefined {
	if (component.enabled === false) return undefined;
	if (isEmpty(value)) return emptyProblem(component);
	switch (component.type) {
		case 'TextInput':
			return textProblem(component, String(value));
		case 'TextArea':
			return lengthProblem(String(value), undefined, number(component['max-length']) ?? 600);
		case 'RadioButtonsGroup':
		case 'Dropdown':
			return optionProblem(component, [value]);
		case 'CheckboxGroup':
		case 'ChipsSelector':
			return optionProblem(component, value as unknown[]) ?? countProblem(component, value as []);
		case 'DatePicker':
			return dateProblem(component, value);
		case 'CalendarPicker':
			return calendarProblem(component, value);
		case 'PhotoPicker':
		case 'DocumentPicker':
			return filesProblem(component, value as PickedFile[]);
		default:
			return undefined;
	}
}

function emptyProblem(component: FlowComponent): string | undefined {
	const { type, required } = component;
	if (type === 'PhotoPicker' || type === 'DocumentPicker') {
		const least = number(component[leastOf(type)]) ?? 0;
		return least > 0 ? `Add at least ${least}` : undefined;
	}
	if (required !== null && typeof required === 'object') {
		return Object.values(required).some(isTrue) ? 'Choose the dates' : undefined;
	}
	const chosen = number(component['min-selected-items']) ?? 0;
	if (isTrue(required) && chosen > 1) return `Choose at least ${chosen}`;
	return isTrue(required) ? 'This is required' : undefined;
}

function textProblem(component: FlowComponent, value: string): string | undefined {
	const type = String(component['input-type'] ?? 'text');
	if (type === 'email' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)) {
		return 'Enter an email address';
	}
	if (type === 'phone' && !/^\+?[\d ()-]{3,}$/.test(value)) return 'Enter a phone number';
	if (type === 'number' && !/^-?\d+([.,]\d+)?$/.test(value)) return 'Enter a number';
	if (type === 'passcode' && !/^\d+$/.test(value)) return 'Enter digits only';
	const length = lengthProblem(
		value,
		number(component['min-chars']),
		number(component['max-chars']) ?? 80,
	);
	if (length) return length;
	const { pattern } = component;
	if (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)) return undefined;
	return String(component['helper-text'] ?? 'This has another format');
}

function lengthProblem(value: string, least = 0, most = Infinity): string | undefined {
	const length = lengthOf(value);
	if (length < least) return `Enter at least ${least} characters`;
	return length > most ? `Enter up to ${most} characters` : undefined;
}

function optionProblem(component: FlowComponent, ids: unknown[]): string | undefined {
	const options = new Map(optionsOf(component).map((option) => [option.id, option]));
	for (const id of ids) {
		const option = options.get(String(id));
		if (!option) return `There is no choice "${String(id)}"`;
		if (option.enabled === false) return `"${option.title}" cannot be chosen`;
	}
	return undefined;
}

function countProblem(component: FlowComponent, chosen: unknown[]): string | undefined {
	const least = number(component['min-selected-items']) ?? 0;
	const most = number(component['max-selected-items']) ?? Infinity;
	if (chosen.length < least) return `Choose at least ${least}`;
	return chosen.length > most ? `Choose up to ${most}` : undefined;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function dateProblem(component: FlowComponent, value: unknown): string | undefined {
	const day = String(value);
	const time = Date.parse(`${day}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) return 'Choose a date';
	const [from, to] = [component['min-date'], component['max-date']];
	if (typeof from === 'string' && day < from) return `Choose ${from} or a later date`;
	if (typeof to === 'string' && day > to) return `Choose ${to} or an earlier date`;
	const closed = component['unavailable-dates'];
	const weekdays = component['include-days'];
	const open =
		!(Array.isArray(closed) && closed.includes(day)) &&
		!(Array.isArray(weekdays) && !weekdays.includes(DAYS[new Date(time).getUTCDay()]));
	return open ? undefined : 'This date is not available';
}

function calendarProblem(component: FlowComponent, value: unknown): string | undefined {
	if (component.mode !== 'range') return dateProblem(component, value);
	const range = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
	const [start, end] = [range['start-date'], range['end-date']];
	const { required } = component;
	const needs = (name: string) =>
		required !== null && typeof required === 'object'
			? isTrue((required as Record<string, unknown>)[name])
			: isTrue(required);
	for (const [name, day] of Object.entries({ 'start-date': start, 'end-date': end })) {
		const problem = isEmpty(day)
			? needs(name)
				? 'Choose both dates'
				: undefined
			: dateProblem(component, day);
		if (problem) return problem;
	}
	if (isEmpty(start) || isEmpty(end)) return undefined;
	const days = (Date.parse(String(end)) - Date.parse(String(start))) / 86_400_000;
	if (days < 0) return 'The end is before the start';
	const [least, most] = [number(component['min-days']), number(component['max-days'])];
	if (least !== undefined && days < least) return `Choose at least ${least} days`;
	return most !== undefined && days > most ? `Choose up to ${most} days` : undefined;
}

const kindOf = (type: string) => (type === 'PhotoPicker' ? 'photos' : 'documents');
const leastOf = (type: string) => `min-uploaded-${kindOf(type)}`;

function filesProblem(component: FlowComponent, files: PickedFile[]): string | undefined {
	const { type } = component;
	const least = number(component[leastOf(type)]) ?? 0;
	const most = number(component[`max-uploaded-${kindOf(type)}`]) ?? 30;
	if (files.length < least) return `Add at least ${least}`;
	if (files.length > most) return `Add up to ${most}`;
	const largest = number(component['max-file-size-kb']) ?? 25_600;
	if (files.some(({ size }) => size > largest * 1024)) return `A file can have up to ${largest} KB`;
	const allowed = component['allowed-mime-types'];
	const fits = ({ mimeType }: PickedFile) =>
		type === 'PhotoPicker'
			? mimeType.startsWith('image/')
			: !Array.isArray(allowed) || allowed.includes(mimeType);
	return files.every(fits) ? undefined : 'A file has a type that is not accepted';
}
