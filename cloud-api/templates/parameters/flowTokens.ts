import type { ParameterField } from './fields';
import { isBlank } from './read';
import type { ParameterValues } from './values';

/**
 * Returns the values with a flow token for every flow button without one. Meta rejects a template message
 * (131009) whose flow button has no component, although all of its parameters are optional.
 *
 * @param token returns the token of a parameter ID
 */
export function withFlowTokens(
	values: ParameterValues,
	fields: readonly ParameterField[],
	token: (id: string) => string,
): { values: ParameterValues; flowTokens: string[] } {
	const missing = fields.filter(({ id }) => id.endsWith('.flow.token') && isBlank(values[id]));
	const added = missing.map(({ id }) => [id, token(id)] as const);
	return {
		values: { ...values, ...Object.fromEntries(added) },
		flowTokens: added.map(([, value]) => value),
	};
}
