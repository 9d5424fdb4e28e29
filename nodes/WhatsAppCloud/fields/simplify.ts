import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../runtime/parameters';

/** When it is off, the output also has Meta's answer under `raw`. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The result without Meta's answer, or with it under `raw` when Simplify is off. */
export function simplified<T extends { raw: object }>(param: Parameters, result: T): IDataObject {
	const { raw, ...simple } = result;
	return (param.flag('simplify') ? simple : { ...simple, raw }) as IDataObject;
}
