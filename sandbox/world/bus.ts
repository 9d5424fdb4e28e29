import type { SandboxEvent } from '../control/types';

type Unnumbered<E> = E extends { seq: number } ? Omit<E, 'seq'> : never;
/** An event before it gets its number. */
export type NewEvent = Unnumbered<SandboxEvent>;
type Listener = (event: SandboxEvent) => void;

/** Sends events to listeners (the event stream of the control API). */
export class Bus {
	private seq = 0;
	private readonly listeners = new Set<Listener>();

	/** Whether there is a listener. Without one, events are not built. */
	get listened(): boolean {
		return this.listeners.size > 0;
	}

	/** Builds and sends an event if there is a listener. */
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
