import type { INodePropertyOptions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../cloud-api/webhooks/event';
import { followsOverrides } from '../../cloud-api/webhooks/webhookFields';
import { EVENT_CHOICES, type EventChoice } from './eventTable';

/** The events that most workflows start with; the others follow by name. */
const FIRST = ['message', 'status'];

/** The list "Events", and the triggers that the editor offers when the node is added. */
export const EVENT_OPTIONS: INodePropertyOptions[] = [
	...EVENT_CHOICES.filter(({ value }) => FIRST.includes(value)),
	...EVENT_CHOICES.filter(({ value }) => !FIRST.includes(value)),
].map(({ name, value, action, description, fields }) => ({
	name,
	value,
	action,
	description: fields.some(followsOverrides)
		? description
		: `${description}. Meta delivers it only to the callback URL of the app.`,
}));

const byValue = new Map(EVENT_CHOICES.map((choice) => [choice.value, choice]));

/**
 * The choices with these values. A value that is not in the list, from an expression, is the name of
 * a webhook field, so that a new field can be used before this package lists it.
 */
export function eventChoices(values: readonly string[]): EventChoice[] {
	return values.map((value) => byValue.get(value) ?? fieldChoice(value));
}

function fieldChoice(field: string): EventChoice {
	const description = `Meta's webhook field ${field}`;
	return { value: field, name: field, action: `On ${field}`, description, fields: [field] };
}

/** Index of the choice an event belongs to; -1 when it was not chosen. */
export function choiceOf(event: WhatsAppEvent, choices: readonly EventChoice[]): number {
	return choices.findIndex(
		({ fields, aliases, events }) =>
			(fields.includes(event.field) || aliases?.includes(event.field)) &&
			(events === undefined || events.includes(event.event)),
	);
}

/** The webhook fields to subscribe to. */
export function fieldsOf(choices: readonly EventChoice[]): string[] {
	return [...new Set(choices.flatMap(({ fields }) => fields))].sort();
}

/** The choices that the callback of a phone number or account never receives. */
export function appLevelOnly(choices: readonly EventChoice[]): EventChoice[] {
	return choices.filter(({ fields }) => !fields.some(followsOverrides));
}
