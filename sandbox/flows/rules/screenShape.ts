import { checkChildren } from './containerRules';
import { isRaw, type FlowModel, type Raw } from './model';
import type { Path } from './positions';

const SCREEN_KEYS = [
	'id',
	'title',
	'terminal',
	'success',
	'refresh_on_back',
	'sensitive',
	'data',
	'layout',
];
const FLAGS = ['terminal', 'success', 'refresh_on_back'];
const ID = /^(?!_+$)[a-zA-Z_]+$/;

/** Checks the properties of a screen and its layout. */
export function checkShape({ issues, endpoint }: FlowModel, screen: Raw, path: Path): void {
	for (const name of ['id', 'title', 'layout']) {
		if (screen[name] === undefined) {
			issues.value('MISSING_REQUIRED_PROPERTY', `Required property '${name}' is missing.`, path);
		}
	}
	for (const key of Object.keys(screen)) {
		if (SCREEN_KEYS.includes(key)) continue;
		issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed.`, [...path, key]);
	}
	for (const name of FLAGS) {
		if (screen[name] === undefined || typeof screen[name] === 'boolean') continue;
		issues.value(
			'INVALID_PROPERTY_TYPE',
			`Expected property '${name}' to be of type 'boolean' but found '${typeof screen[name]}'.`,
			[...path, name],
		);
	}
	const { id, title, layout } = screen;
	if (id !== undefined && (typeof id !== 'string' || !ID.test(id))) {
		issues.value(
			'PATTERN_MISMATCH',
			"Property 'id' should only consist of alphabets and underscores.",
			[...path, 'id'],
		);
	}
	if (id === 'SUCCESS') {
		issues.value(
			'SCREEN_ID_IS_RESERVED_KEYWORD',
			"Screen id cannot be 'SUCCESS' since it is a reserved keyword.",
			[...path, 'id'],
		);
	}
	if (title !== undefined && (typeof title !== 'string' || title.trim() === '')) {
		issues.value('PATTERN_MISMATCH', "Property 'title' should not be blank or an empty string.", [
			...path,
			'title',
		]);
	}
	if (screen.success !== undefined && screen.terminal !== true) {
		issues.key(
			'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
			"Property 'success' can only be specified on a terminal screen.",
			[...path, 'success'],
		);
	}
	if (screen.refresh_on_back === true && !endpoint) {
		issues.value(
			'INVALID_PROPERTY_VALUE',
			"Property 'refresh_on_back' can be true only when property 'data_api_version' is set.",
			[...path, 'refresh_on_back'],
		);
	}
	if (layout !== undefined) checkLayout(issues, layout, [...path, 'layout']);
}

function checkLayout(issues: FlowModel['issues'], layout: unknown, path: Path): void {
	if (!isRaw(layout) || layout.type !== 'SingleColumnLayout') {
		return issues.value(
			'INVALID_PROPERTY_VALUE',
			"Invalid value found for property 'layout'. Expected an object of the type 'SingleColumnLayout'.",
			path,
		);
	}
	for (const key of Object.keys(layout)) {
		if (key !== 'type' && key !== 'children') {
			issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed.`, [...path, key]);
		}
	}
	if (!Array.isArray(layout.children) || layout.children.length === 0) {
		return issues.value(
			'MIN_ITEMS_REQUIRED',
			"Property 'children' should have at least '1' items.",
			path,
		);
	}
	checkChildren(issues, layout.children as unknown[], [...path, 'children']);
}
