import { InvalidInputError } from '../../errors/cloudApiError';
import type { Json } from '../../graph';
import { RECOMMENDED_VERSION } from '../versions';
import { componentsOf } from './components';
import type { FlowForm, FlowFormScreen } from './form';
import { namedFields, screenIds, type NamedField } from './names';

const BUTTON = 35;

/**
 * A Flow JSON (version 7.3) from fields on one or several screens. The answer of a flow without an endpoint
 * has the values of all screens under the names of the fields; {@link answersFromFlow} reads it by label.
 * With an endpoint, every button sends the values so far to the endpoint, which also ends the flow.
 *
 * @throws InvalidInputError when a field cannot be shown by WhatsApp; its `field` is a path such as
 * `screens[0].fields[2].options`
 */
export function flowFromFields(form: FlowForm): Json {
	if (form.screens.length === 0)
		throw new InvalidInputError('screens', 'The flow has no screen', 'Add a screen with a field.');
	const ids = screenIds(form);
	const fields = namedFields(form);
	checkNames(fields, ids);
	return {
		version: RECOMMENDED_VERSION,
		...(form.endpoint && { data_api_version: '3.0', routing_model: routes(ids) }),
		screens: form.screens.map((screen, index) =>
			screenJson(screen, { index, ids, fields, endpoint: form.endpoint === true }),
		),
	};
}

interface Place {
	index: number;
	ids: readonly string[];
	fields: readonly NamedField[];
	endpoint: boolean;
}

function screenJson(screen: FlowFormScreen, place: Place): Json {
	const { index, ids, fields } = place;
	const own = fields.filter((field) => field.screen === index);
	const isLast = index === ids.length - 1;
	const text = screen.text?.trim() ?? '';
	const data = dataModel(own, place.endpoint, index);
	const secret = own.filter(({ field }) => field.type === 'password').map(({ name }) => name);
	return {
		id: ids[index],
		...titleOf(screen, place),
		...(isLast && { terminal: true }),
		...(secret.length > 0 && { sensitive: secret }),
		...(data && { data }),
		layout: {
			type: 'SingleColumnLayout',
			children: [
				...(text === '' ? [] : [{ type: 'TextBody', text }]),
				...own.flatMap(({ field, name }, at) =>
					componentsOf(field, name, `screens[${index}].fields[${at}]`),
				),
				footer(screen, place),
			],
		},
	};
}

/** Several screens without titles are counted, so that the customer sees how far it is. */
function titleOf({ title }: FlowFormScreen, { index, ids }: Place): Json {
	const own = title?.trim() ?? '';
	if (own !== '') return { title: own };
	return ids.length === 1 ? {} : { title: `${index + 1} / ${ids.length}` };
}

function footer({ button }: FlowFormScreen, place: Place): Json {
	const { index, ids } = place;
	const isLast = index === ids.length - 1;
	const label = button?.trim() || (isLast ? 'Submit' : 'Continue');
	if ([...label].length > BUTTON)
		throw new InvalidInputError(
			`screens[${index}].button`,
			`The button has ${[...label].length} characters; the limit is ${BUTTON}`,
			'Shorten the label of the button.',
		);
	return { type: 'Footer', label, 'on-click-action': action(place, isLast) };
}

function action({ index, ids, fields, endpoint }: Place, isLast: boolean): Json {
	const values = (wanted: readonly NamedField[]) =>
		Object.fromEntries(
			wanted
				.filter(({ name }) => name !== '')
				.map(({ name, screen }) => [
					name,
					screen === index ? `\${form.${name}}` : `\${screen.${ids[screen]}.form.${name}}`,
				]),
		);
	if (endpoint)
		return {
			name: 'data_exchange',
			payload: values(fields.filter((each) => isSent(each, index))),
		};
	if (isLast) return { name: 'complete', payload: values(fields) };
	return { name: 'navigate', next: { type: 'screen', name: ids[index + 1] }, payload: {} };
}

/** An endpoint gets the values so far; the files of earlier screens it has got already. */
function isSent({ field, screen }: NamedField, index: number): boolean {
	return screen === index || (screen < index && field.type !== 'photo' && field.type !== 'file');
}

/** Options that the endpoint returns have to be declared. */
function dataModel(
	fields: readonly NamedField[],
	endpoint: boolean,
	index: number,
): Json | undefined {
	const lists = fields.filter(({ field }) => field.optionsFrom);
	if (lists.length === 0) return undefined;
	if (!endpoint)
		throw new InvalidInputError(
			`screens[${index}].fields[${fields.indexOf(lists[0])}].optionsFrom`,
			'Options that come from the endpoint need a flow with an endpoint',
			'Let the flow send its answers to an endpoint, or enter the options.',
		);
	const entry = {
		type: 'object',
		properties: { id: { type: 'string' }, title: { type: 'string' } },
	};
	return Object.fromEntries(
		lists.map(({ field }) => [
			field.optionsFrom,
			{ type: 'array', items: entry, __example__: [{ id: 'example', title: 'Example' }] },
		]),
	);
}

function routes(ids: readonly string[]): Json {
	return Object.fromEntries(ids.map((id, index) => [id, ids.slice(index + 1, index + 2)]));
}

function checkNames(fields: readonly NamedField[], ids: readonly string[]): void {
	for (const id of ids)
		if (!/^[A-Za-z_]+$/.test(id) || id.toUpperCase() === 'SUCCESS')
			throw new InvalidInputError(
				`screens[${ids.indexOf(id)}].id`,
				`"${id.slice(0, 60)}" cannot be the ID of a screen`,
				'Use letters and underscores, e.g. APPOINTMENT. SUCCESS is reserved.',
			);
	for (const { name, field, screen } of fields) {
		const at = fields
			.filter((each) => each.screen === screen)
			.findIndex((each) => each.field === field);
		const key = [field.optionsFrom, name].find((each) => each && !/^[A-Za-z]\w*$/.test(each));
		if (key === undefined) continue;
		throw new InvalidInputError(
			`screens[${screen}].fields[${at}].${key === name ? 'name' : 'optionsFrom'}`,
			`"${key.slice(0, 60)}" cannot be a name in a flow`,
			'Begin with a letter, and use letters, digits, and underscores, e.g. first_name.',
		);
	}
}
