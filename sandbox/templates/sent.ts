import { rejection } from '../graph/errors';

/** A parameter of a template message, unchecked. */
export interface Parameter {
	type?: string;
	text?: unknown;
	parameter_name?: string;
	[key: string]: unknown;
}

/** A component of a template message. */
export interface Sent {
	type?: string;
	sub_type?: string;
	index?: string | number;
	parameters?: Parameter[];
	cards?: Array<{ card_index?: number; components?: Sent[] }>;
}

/** The components of a template message, with types in lower case. */
export function sentComponents(components: unknown): Sent[] {
	if (components === undefined || components === null) return [];
	if (!Array.isArray(components)) {
		throw rejection(131009, 'Parameter template.components must be an array.');
	}
	return (components as Sent[]).map((component) => ({
		...component,
		type: String(component.type ?? '').toLowerCase(),
		sub_type: component.sub_type?.toLowerCase(),
	}));
}

/** The component of a type. Throws if there are several. */
export function one(sent: Sent[], type: string): Sent | undefined {
	const found = sent.filter((component) => component.type === type);
	if (found.length > 1) throw rejection(132018, `components contains more than one ${type}.`);
	return found[0];
}

/** 132000: the number of parameters does not match. */
export function counts(where: string, given: number, expected: number) {
	return rejection(
		132000,
		`${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
	);
}

/** 132012: the format of a parameter does not match. */
export function formats(where: string, details: string) {
	return rejection(132012, `${where}: Format mismatch, ${details}`);
}
