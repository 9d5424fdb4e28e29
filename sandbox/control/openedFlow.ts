import type { ControlConnection } from './connection';
import type { FlowSessionView, FlowStep, FlowValue } from './types';

/** A flow that a customer has opened, screen by screen. Every call rejects with what the phone says. */
export class OpenedFlow {
	constructor(
		private readonly connection: ControlConnection,
		/** The state after the last step. */
		public view: FlowSessionView,
	) {}

	/** Taps the footer with these values, by the names of the inputs. */
	async submit(values: Record<string, FlowValue> = {}): Promise<FlowSessionView> {
		return await this.step({ do: 'submit', values });
	}

	/** Taps a link (its text), an item of a navigation list (its ID or title), or an opt-in's link (its name). */
	async tap(target: string, values: Record<string, FlowValue> = {}): Promise<FlowSessionView> {
		return await this.step({ do: 'tap', target, values });
	}

	/** Changes one value, which runs the actions of the input. */
	async select(name: string, value: FlowValue): Promise<FlowSessionView> {
		return await this.step({ do: 'select', target: name, values: { [name]: value } });
	}

	/** Goes back to the previous screen. */
	async back(): Promise<FlowSessionView> {
		return await this.step({ do: 'back' });
	}

	private async step(step: FlowStep): Promise<FlowSessionView> {
		this.view = await this.connection.post(
			`/flow-sessions/${encodeURIComponent(this.view.id)}/steps`,
			step,
		);
		return this.view;
	}
}
