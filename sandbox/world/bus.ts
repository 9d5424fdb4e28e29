import type { SandboxEvent } from '../control/types';

type Unnumbered<E> = E extends { seq: number } ? Omit<E, 'seq'> : never;
/** An event before it gets its number. */
export type NewEvent = Unnumbered<SandboxEvent>;
type Listener = (event: SandboxEvent) => void;

/** Tells listeners (the event stream of the control API) what happens in the world. */
export class Bus {
	private seq = 0;
	private readonly listeners = new Set<Listener>();

	/** Whether anybody listens: building an event is skipped when nobody does. */
	get listened(): boolean {
		return this.listeners.size > 0;
	}

	/** The event is built only when somebody listens. */
	emit(build: () => NewEvent): void {
		if (!this.listened) return;
		const event = { ...build(), seq: ++this.seq } as SandboxEvent;
		for (const listener of this.listeners) listener(event);
	}

	listen(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}
