import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FlowComponent } from '../../flows/play/flowJson';

/** A file that was chosen on this page or earlier. */
export interface PickedFile {
	/** Of a file that the sandbox already has. */
	id?: string;
	data?: string;
	filename: string;
	mimeType: string;
	size: number;
}

/** What the components of a screen need from it. */
export interface ScreenActions {
	valueOf(name: string): unknown;
	/** Why the value is not accepted; only once the customer has tried to go on. */
	problemOf(component: FlowComponent): string | undefined;
	change(component: FlowComponent, value: unknown): void;
	/** Taps a link, an item of a list, or the link of an opt-in. */
	tap(target: string): void;
	/** A request is on its way: nothing can be tapped. */
	busy: boolean;
}

export const ScreenContext = createContext<ScreenActions | null>(null);

/** The actions of the screen that a component is on. */
export function useScreen(): ScreenActions {
	const actions = useContext(ScreenContext);
	if (!actions) throw new Error('A component of a form was drawn outside a screen');
	return actions;
}

/** A property as text. */
export const textOf = (component: FlowComponent, name: string): string => {
	const value = component[name];
	return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
};

/** Of a property that is a text, or per date of a range. */
export const dateTextOf = (component: FlowComponent, name: string, date: string): string => {
	const value = component[name];
	if (value !== null && typeof value === 'object') {
		return String((value as Record<string, unknown>)[date] ?? '');
	}
	return textOf(component, name);
};
