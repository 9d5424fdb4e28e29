import { z } from 'zod/v3';
import { rejection } from '../graph/errors';
import { parse } from '../messages/schema';

/** A parameter of a template message; its value is checked with the component it belongs to. */
const parameter = z
	.object({ type: z.string().min(1), parameter_name: z.string().min(1).optional() })
	.passthrough();

/** A component of a template message. */
export interface Sent {
	type: string;
	sub_type?: string;
	index?: string | number;
	parameters?: Parameter[];
	cards?: Array<{ card_index: number; components: Sent[] }>;
}

export type Parameter = z.infer<typeof parameter>;

const component: z.ZodType<Sent, z.ZodTypeDef, unknown> = z.lazy(() =>
	z
		.object({
			type: z.string().min(1),
			sub_type: z.string().min(1).optional(),
			index: z.union([z.number().int().min(0), z.string().regex(/^\d+$/)]).optional(),
			parameters: z.array(parameter).optional(),
			cards: z
				.array(
					z
						.object({ card_index: z.number().int().min(0), components: z.array(component) })
						.strict(),
				)
				.optional(),
		})
		.strict()
		.transform((value) => ({
			...value,
			type: value.type.toLowerCase(),
			...(value.sub_type === undefined ? {} : { sub_type: value.sub_type.toLowerCase() }),
		})),
);

const template = z
	.object({
		name: z.string().min(1),
		language: z.object({ code: z.string().min(1), policy: z.string().optional() }).strict(),
		components: z.array(component).nullish(),
	})
	.passthrough();

/** Name, language, and components of a template message. Throws 131008 or 100 for a wrong structure. */
export function sentTemplate(given: unknown): {
	name: string;
	language: string;
	components: Sent[];
} {
	const { name, language, components } = parse(template, given, 'template');
	return { name, language: language.code, components: components ?? [] };
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
