/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import type { FlowJson } from '../play/flowJson';
import { Issues, type ValidationError } from './issues';
import { isRaw, modelOf, type Raw } from './model';
import { JsonSyntaxError, readJson } from './positions';
import { checkRouting } from './routing';
import { checkScreens } from './screenRules';
import { versionOf } from './versions';

const TOP_KEYS = ['version', 'data_api_version', 'routing_model', 'screens', 'name'];

/** A checked Flow JSON. */
export interface Validation {
	errors: ValidationError[];
	/** Of the JSON, even if it has errors: `7.3`. */
	jsonVersion?: string;
	dataApiVersion?: string;
	/** Set if there are no errors. */
	flow?: FlowJson;
}

/** Checks a Flow JSON as the Flows API does: all findings at once, with their places. */
export function validateFlow(text: string): Validation {
	let json;
	try {
		json = readJson(text);
	} catch (error) {
		if (!(error instanceof JsonSyntaxError)) throw error;
		const pointers = [{ ...error.range, path: '' }];
		return {
			errors: [
				{
					error: 'INVALID_FLOW_JSON',
					error_type: 'FLOW_JSON_ERROR',
					message: `Flow JSON is not valid. ${error.message}.`,
					...error.range,
					pointers,
				},
			],
		};
	}
	const issues = new Issues(json);
	if (!isRaw(json.value)) {
		issues.value('INVALID_FLOW_JSON', 'Flow JSON is not valid.', []);
		return { errors: issues.all };
	}
	const raw = json.value;
	const version = versionOf(raw, issues);
	if (version !== undefined) {
		checkTop(raw, issues);
		const model = modelOf(raw, version, issues);
		checkScreens(model);
		checkRouting(model);
	}
	return {
		errors: issues.all,
		...(typeof raw.version === 'string' ? { jsonVersion: raw.version } : {}),
		...(typeof raw.data_api_version === 'string' ? { dataApiVersion: raw.data_api_version } : {}),
		...(issues.all.length === 0 ? { flow: raw as unknown as FlowJson } : {}),
	};
}

function checkTop(raw: Raw, issues: Issues): void {
	for (const key of Object.keys(raw)) {
		if (TOP_KEYS.includes(key)) continue;
		issues.key(
			'INVALID_PROPERTY_KEY',
			key === 'data_channel_uri'
				? "Property 'data_channel_uri' is no longer supported in Flow JSON as of version '3.0'. Please configure your endpoint URI using Flows API or Builder."
				: `Property '${key}' is not allowed.`,
			[key],
		);
	}
}
