import { ControlError } from '../../control/controlError';
import type { FlowValue } from '../../control/types';
import { optionsOf } from '../play/fields';
import type { FlowComponent } from '../play/flowJson';
import { labelOf, type FlowSession } from './session';

const MOST_SCREENS = 30;

/**
 * Fills in an opened flow and submits screen after screen until the answer is sent. The keys of
 * `answers` are names or labels of inputs; choices are given by ID or title; the item of a
 * navigation list by the list's name. Throws ControlError with what the form says.
 */
export async function answerFlow(
	session: FlowSession,
	answers: Record<string, FlowValue>,
): Promise<void> {
	const left = new Set(Object.keys(answers));
	for (let screens = 0; screens < MOST_SCREENS; screens++) {
		const { state, failure, reason } = session.view();
		if (state === 'failed') throw new ControlError(words(failure, reason), 409);
		await fill(session, answers, left);
		const list = session.shown().find(({ type }) => type === 'NavigationList');
		const screen = session.screen.id;
		if (list) {
			const item = answers[list.name ?? ''];
			if (item === undefined) {
				throw new ControlError(`Screen ${screen} needs the item of "${list.name}"`);
			}
			left.delete(list.name ?? '');
			await session.step({ do: 'tap', target: String(item) });
		} else await session.step({ do: 'submit' });
		const now = session.view();
		if (now.state === 'completed') return checkLeft(left);
		if (now.state === 'failed') continue;
		if (now.notice) throw new ControlError(words(now.notice, now.reason), 409);
	}
	throw new ControlError(`The flow did not end after ${MOST_SCREENS} screens`);
}

const words = (text = '', reason?: string) =>
	`The form says: ${text}${reason ? ` (${reason})` : ''}`;

function checkLeft(left: Set<string>): void {
	if (left.size === 0) return;
	throw new ControlError(`The answer was sent, but no screen has: ${[...left].join(', ')}`);
}

/** Enters the answers of a screen. What a choice reveals is filled in, too. */
async function fill(
	session: FlowSession,
	answers: Record<string, FlowValue>,
	left: Set<string>,
): Promise<void> {
	const done = new Set<string>();
	for (;;) {
		const next = session.inputs().find(({ component }) => {
			const key = keyOf(component, answers);
			return key !== undefined && !done.has(component.name ?? '');
		});
		if (!next) return;
		const { component } = next;
		const name = component.name ?? '';
		const key = keyOf(component, answers) ?? '';
		done.add(name);
		left.delete(key);
		await session.step({
			do: 'select',
			target: name,
			values: { [name]: chosen(component, answers[key]) },
		});
		const { notice, reason } = session.view();
		if (notice) throw new ControlError(words(notice, reason), 409);
	}
}

function keyOf(component: FlowComponent, answers: Record<string, FlowValue>): string | undefined {
	const label = labelOf(component);
	return [component.name ?? '', label].find((key) => key !== '' && Object.hasOwn(answers, key));
}

/** Choices by ID; titles become IDs. A single value of a group becomes a list. */
function chosen(component: FlowComponent, answer: FlowValue): FlowValue {
	const options = optionsOf(component);
	if (options.length === 0) return typeof answer === 'number' ? String(answer) : answer;
	const idOf = (value: unknown) =>
		options.find(({ id }) => id === value)?.id ??
		options.find(({ title }) => title === value)?.id ??
		String(value);
	const several = component.type === 'CheckboxGroup' || component.type === 'ChipsSelector';
	if (Array.isArray(answer)) return (answer as unknown[]).map(idOf);
	return several ? [idOf(answer)] : idOf(answer);
}
