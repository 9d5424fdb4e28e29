import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../runtime/parameters';

/** Without it the output also carries Meta's own answer under `raw`. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The result as the "Simplify" switch wants it: without Meta's own answer, or with it under `raw`. */
export function simplified<T extends { raw: object }>(param: Parameters, result: T): IDataObject {
	const { raw, ...simple } = result;
	return (param.flag('simplify') ? simple : { ...simple, raw }) as IDataObject;
}
