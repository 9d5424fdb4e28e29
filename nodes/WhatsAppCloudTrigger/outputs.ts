import { EVENT_CHOICES } from './eventTable';

const NAMES = JSON.stringify(
	Object.fromEntries(EVENT_CHOICES.map(({ value, name }) => [value, name])),
);

/**
 * The node's outputs: one, or one for each chosen event under its name in the list "Events", and one
 * for rejected deliveries where the builder wants it. n8n evaluates it in the editor and in each run.
 */
export const OUTPUTS: `={{${string}}}` = `={{ ((p) => {
	const names = ${NAMES};
	const named = (displayName) => ({ type: 'main', displayName });
	const separate = p.outputMode === 'separate' && Array.isArray(p.events) && p.events.length > 0;
	const rejected = p.options && p.options.rejectedDeliveries === 'output';
	const events = separate ? p.events.map((value) => named(names[value] || value)) : [rejected ? named('Events') : { type: 'main' }];
	return rejected ? [...events, named('Rejected')] : events;
})($parameter) }}`;
