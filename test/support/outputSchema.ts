/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';

const SCHEMAS = path.join(__dirname, '../../nodes/WhatsAppCloud/__schema__/v1.0.0');
const ajv = new Ajv({ strict: false, allErrors: true });

/**
 * Returns how an output differs from the operation's schema in the editor: fields that the schema
 * doesn't contain and values of another type. Empty if it matches.
 */
export function schemaDifferences(resource: string, operation: string, json: object): string[] {
	const file = path.join(SCHEMAS, resource, `${operation}.json`);
	const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
	const validate = ajv.compile({ ...schema, additionalProperties: false });
	validate(json);
	return (validate.errors ?? []).map(
		({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}
