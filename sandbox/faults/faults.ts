import type { FaultInput, FaultView } from '../control/types';
import type { Random } from '../world/random';
import type { FaultMatch } from './faultResponse';

interface Fault {
	view: FaultView;
	path?: RegExp;
	left: number;
	toSkip: number;
}

/** The faults set by the control API, oldest first. The first match applies. */
export class Faults {
	private faults: Fault[] = [];
	private counter = 0;

	constructor(private readonly random: Random) {}

	add(input: FaultInput): FaultView {
		const view: FaultView = { ...input, id: `fault-${++this.counter}`, hits: 0 };
		this.faults.push({
			view,
			path: input.path === undefined ? undefined : globOf(input.path),
			left: input.times ?? Infinity,
			toSkip: input.skip ?? 0,
		});
		return view;
	}

	list(): FaultView[] {
		return this.faults.map(({ view }) => view);
	}

	/** Removes one fault, or all. */
	remove(id?: string): void {
		this.faults = id === undefined ? [] : this.faults.filter(({ view }) => view.id !== id);
	}

	/** The fault that applies to a request, if any. */
	match(method: string, path: string, body: unknown): FaultMatch | undefined {
		for (const fault of this.faults) {
			if (!matches(fault, method, path, body)) continue;
			if (fault.toSkip > 0) {
				fault.toSkip -= 1;
				continue;
			}
			const { probability } = fault.view;
			if (probability !== undefined && this.random.next() >= probability) continue;
			fault.view.hits += 1;
			fault.left -= 1;
			if (fault.left <= 0) this.remove(fault.view.id);
			return { id: fault.view.id, fault: fault.view, headers: headersOf(fault.view) };
		}
		return undefined;
	}
}

function matches({ view, path: pattern }: Fault, method: string, path: string, body: unknown) {
	if (view.method && view.method.toUpperCase() !== method) return false;
	if (pattern && !pattern.test(path)) return false;
	if (view.to === undefined) return true;
	const { to, recipient } = (body ?? {}) as { to?: unknown; recipient?: unknown };
	return (
		recipient === view.to ||
		(typeof to === 'string' && to.replace(/\D/g, '') === view.to.replace(/\D/g, ''))
	);
}

function globOf(glob: string): RegExp {
	const pattern = glob
		.split('*')
		.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	return new RegExp(`^${pattern}$`);
}

function headersOf(fault: FaultInput): Record<string, string> {
	const headers: Record<string, string> = {};
	if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter);
	for (const [name, value] of Object.entries(fault.headers ?? {})) {
		headers[name.toLowerCase()] = value;
	}
	return headers;
}
