import { ControlError } from '../../control/controlError';
import type {
	FlowSessionView,
	FlowStep,
	FlowValue,
	JsonObject,
	MediaInput,
	SentFlowView,
} from '../../control/types';
import { receive } from '../../messages/incoming';
import type { Customer, PhoneNumber } from '../../world/directory';
import type { StoredMessage } from '../../world/messages';
import type { World } from '../../world/world';
import { exchange, type ExchangeOutcome, type ExchangeRequest } from '../endpoint/exchange';
import type { Flow, FlowAsset } from '../flow';
import { mismatch } from '../rules/dataModel';
import { resolve } from '../play/binding';
import { fieldProblem, optionsOf } from '../play/fields';
import { flowFile, type FlowFile } from './files';
import { answerOf, requestOf, viewOf } from './payloads';
import {
	entryScreen,
	type FlowAction,
	type FlowComponent,
	type FlowJson,
	type FlowScreen,
} from '../play/flowJson';
import {
	emptyValue,
	isInput,
	scopeOf,
	shownComponents,
	withInitialValues,
	type PlayState,
} from '../play/screen';

const GENERIC = 'Something went wrong. Please try again later.';

/** Who opens which flow. */
interface Opened {
	world: World;
	number: PhoneNumber;
	customer: Customer;
	message: StoredMessage;
	sent: SentFlowView;
	flow: Flow;
	asset: FlowAsset & { json: FlowJson };
}

/** A flow that a customer has opened: its screens, what was entered, and where it is. */
export class FlowSession {
	private readonly state: PlayState = { data: {}, forms: {} };
	private readonly trail: string[] = [];
	private screenId: string;
	private status: FlowSessionView['state'] = 'open';
	private notice?: string;
	private failure?: string;
	private reason?: string;
	private openUrl?: string;
	private answerId?: string;

	constructor(
		readonly id: string,
		private readonly opened: Opened,
	) {
		this.screenId = opened.sent.screen ?? entryScreen(opened.asset.json).id;
	}

	/** Shows the first screen: with the data of the message, or with those of the endpoint. */
	async start(): Promise<void> {
		const { sent } = this.opened;
		if (sent.action === 'data_exchange') {
			const outcome = await this.ask({ action: 'INIT', data: {}, token: sent.token });
			this.take(outcome, true);
			return;
		}
		const data = sent.data ?? {};
		const problem = this.dataProblem(this.screen, data);
		if (problem) return this.fail(GENERIC, problem);
		this.show(this.screenId, data);
	}

	/** Does what the customer does on the screen. Throws ControlError for what the phone does not allow. */
	async step({ do: what, values = {}, target }: FlowStep): Promise<void> {
		if (this.status !== 'open') throw new ControlError(`The form is ${this.status}`, 409);
		this.notice = undefined;
		this.reason = undefined;
		this.openUrl = undefined;
		if (what !== 'select') await this.enter(values);
		switch (what) {
			case 'submit':
				return await this.submit();
			case 'tap':
				return await this.tap(target ?? '');
			case 'select':
				return await this.select(target ?? '', values);
			case 'back':
				return await this.back();
		}
	}

	/** The inputs that are shown, with why their values are not accepted. */
	inputs(): Array<{ component: FlowComponent; value: unknown; problem?: string }> {
		return shownComponents(this.screen, this.state).flatMap(({ component }) => {
			if (!isInput(component)) return [];
			const value = this.form[component.name ?? ''];
			const problem = fieldProblem(component, value);
			return [{ component, value, ...(problem ? { problem } : {}) }];
		});
	}

	/** The components that are shown. */
	shown(): FlowComponent[] {
		return shownComponents(this.screen, this.state).map(({ component }) => component);
	}

	get screen(): FlowScreen {
		const found = this.opened.asset.json.screens.find(({ id }) => id === this.screenId);
		if (!found) throw new ControlError(`The flow has no screen ${this.screenId}`);
		return found;
	}

	view(): FlowSessionView {
		const { message, flow, number, sent } = this.opened;
		return {
			id: this.id,
			messageId: message.view.id,
			flowId: flow.id,
			state: this.status,
			business: number.verifiedName,
			draft: sent.mode === 'draft',
			screen: this.screen as unknown as JsonObject,
			data: this.state.data as FlowSessionView['data'],
			forms: Object.fromEntries(
				Object.entries(this.state.forms).map(([id, form]) => [id, viewOf(form)]),
			),
			canGoBack: this.trail.length > 0,
			...(this.notice ? { notice: this.notice } : {}),
			...(this.failure ? { failure: this.failure } : {}),
			...(this.reason ? { reason: this.reason } : {}),
			...(this.openUrl ? { openUrl: this.openUrl } : {}),
			...(this.answerId ? { answer: this.answerId } : {}),
		};
	}

	private get form(): Record<string, unknown> {
		return (this.state.forms[this.screenId] ??= {});
	}

	private async enter(values: Record<string, FlowValue>): Promise<void> {
		const { world } = this.opened;
		const known = new Map(this.inputs().map(({ component }) => [component.name, component]));
		for (const [name, value] of Object.entries(values)) {
			const type = known.get(name)?.type ?? this.typeOf(name);
			if (type === undefined) {
				throw new ControlError(
					`Screen ${this.screenId} has no field "${name}"; it has: ${[...known.keys()].join(', ') || 'none'}`,
				);
			}
			if (type === 'PhotoPicker' || type === 'DocumentPicker') {
				this.form[name] = await this.files(world, value as MediaInput[], this.form[name]);
			} else {
				this.form[name] = value === null || value === undefined ? emptyValue(type) : value;
			}
		}
	}

	/** Files of a picker. One that was chosen before is given by its ID. */
	private async files(world: World, given: MediaInput[], before: unknown): Promise<FlowFile[]> {
		const kept = Array.isArray(before) ? (before as FlowFile[]) : [];
		return await Promise.all(
			given.map(
				async (one) =>
					kept.find(({ id }) => id === (one as { id?: string }).id) ?? (await flowFile(world, one)),
			),
		);
	}

	private typeOf(name: string): string | undefined {
		const all = (components: FlowComponent[] = []): FlowComponent[] =>
			components.flatMap((one) => [
				one,
				...all(one.children),
				...all(one.then),
				...all(one.else),
				...Object.values(one.cases ?? {}).flatMap(all),
			]);
		const found = all(this.screen.layout.children).find((one) => isInput(one) && one.name === name);
		return found?.type;
	}

	private async submit(): Promise<void> {
		const footer = this.shown().find(({ type }) => type === 'Footer');
		if (!footer) throw new ControlError(`Screen ${this.screenId} has no footer to tap`);
		if (footer.enabled === false) throw new ControlError(`"${String(footer.label)}" is disabled`);
		const problems = this.inputs().flatMap(({ component, problem }) =>
			problem ? [`${labelOf(component)}: ${problem}`] : [],
		);
		if (problems.length > 0)
			throw new ControlError(`The form is not complete. ${problems.join('; ')}`);
		await this.run(footer['on-click-action']);
	}

	private async tap(target: string): Promise<void> {
		for (const component of this.shown()) {
			const { type, text, name } = component;
			if ((type === 'EmbeddedLink' && text === target) || (type === 'OptIn' && name === target)) {
				return await this.run(component['on-click-action']);
			}
			if (type !== 'NavigationList') continue;
			const items = (component['list-items'] ?? []) as Array<
				FlowComponent & { id: string; 'main-content': { title: string } }
			>;
			const item =
				items.find(({ id }) => id === target) ??
				items.find((one) => one['main-content'].title === target);
			if (!item) continue;
			// `${form.<list>}` is the tapped item.
			if (name) this.form[name] = item.id;
			return await this.run(item['on-click-action'] ?? component['on-click-action']);
		}
		throw new ControlError(`Screen ${this.screenId} has nothing to tap with "${target}"`);
	}

	private async select(name: string, values: Record<string, FlowValue>): Promise<void> {
		const before = this.form[name];
		await this.enter(values);
		const component = this.shown().find((one) => isInput(one) && one.name === name);
		if (!component) return;
		const after = this.form[name];
		const ids = (value: unknown) => (Array.isArray(value) ? value.map(String) : [String(value)]);
		const [was, is] = [ids(before), ids(after)];
		for (const option of optionsOf(component)) {
			const [left, came] = [was.includes(option.id), is.includes(option.id)];
			if (!left && came) await this.run(option['on-select-action']);
			if (left && !came) await this.run(option['on-unselect-action']);
		}
		const removed =
			component.type === 'OptIn' ? after !== true : was.some((id) => id !== '' && !is.includes(id));
		const gone = removed && !is.some((id) => id !== '' && !was.includes(id));
		await this.run(
			gone && component['on-unselect-action']
				? component['on-unselect-action']
				: component['on-select-action'],
		);
	}

	private async back(): Promise<void> {
		const previous = this.trail.at(-1);
		if (previous === undefined) throw new ControlError('This is the first screen', 409);
		if (!this.screen.refresh_on_back) {
			this.trail.pop();
			this.screenId = previous;
			return;
		}
		const { token } = this.opened.sent;
		const outcome = await this.ask({ action: 'BACK', screen: this.screenId, data: {}, token });
		if (outcome.next === 'screen') this.trail.pop();
		this.take(outcome, false, true);
	}

	private async run(action: FlowAction | undefined): Promise<void> {
		if (!action || this.status !== 'open') return;
		const scope = scopeOf(this.state, this.screenId);
		if (action.name === 'open_url') {
			this.openUrl = String(resolve(action.url, scope));
			return;
		}
		const payload = resolve(action.payload ?? {}, scope) as Record<string, unknown>;
		if (action.name === 'update_data') {
			Object.assign((this.state.data[this.screenId] ??= {}), payload);
		} else if (action.name === 'navigate') {
			this.trail.push(this.screenId);
			this.show(action.next?.name ?? '', payload);
		} else if (action.name === 'complete') {
			await this.complete(payload);
		} else {
			const { world, sent } = this.opened;
			const { token } = sent;
			this.take(
				await this.ask({
					action: 'data_exchange',
					screen: this.screenId,
					data: (await requestOf(world, payload)) as Record<string, unknown>,
					token,
				}),
				false,
			);
			if (this.ended) await this.complete(this.ended);
		}
	}

	/** What the endpoint ended the flow with. */
	private ended?: Record<string, unknown>;

	private async ask(request: ExchangeRequest): Promise<ExchangeOutcome> {
		const { world, number, flow, asset } = this.opened;
		return await exchange({ world, number, flow, asset }, request);
	}

	private take(outcome: ExchangeOutcome, first: boolean, back = false): void {
		switch (outcome.next) {
			case 'screen': {
				const { screen, data, message } = outcome;
				if (!first && !back && screen !== this.screenId) this.trail.push(this.screenId);
				this.show(screen, {
					...(screen === this.screenId ? this.state.data[screen] : {}),
					...data,
				});
				this.notice = message;
				return;
			}
			case 'end':
				this.ended = outcome.params;
				return;
			case 'expired': {
				const { world, message } = this.opened;
				if (message.view.flow) message.view.flow.expired = true;
				world.messages.changed(message);
				return this.fail(outcome.message ?? GENERIC, 'The endpoint answered 427.');
			}
			case 'error':
				if (first) return this.fail(GENERIC, outcome.reason);
				this.notice = GENERIC;
				this.reason = outcome.reason;
		}
	}

	private show(screenId: string, data: Record<string, unknown>): void {
		this.screenId = screenId;
		this.state.data[screenId] = data;
		withInitialValues(this.screen, this.state);
	}

	private fail(failure: string, reason: string): void {
		this.status = 'failed';
		this.failure = failure;
		this.reason = reason;
	}

	private dataProblem(screen: FlowScreen, data: JsonObject): string | undefined {
		for (const [name, model] of Object.entries(screen.data ?? {})) {
			if (data[name] === undefined) {
				return `The message has no data "${name}", which screen ${screen.id} needs (flow_action_payload.data).`;
			}
			const problem = mismatch(data[name], model, name);
			if (problem) return `The data of the message do not fit screen ${screen.id}: ${problem}`;
		}
		return undefined;
	}

	/** Sends the answer and closes the flow. */
	private async complete(payload: Record<string, unknown>): Promise<void> {
		const { world, number, customer, message, sent } = this.opened;
		const { flow_token: token = sent.token, ...rest } = payload;
		const response = {
			flow_token: token,
			...(answerOf(world, number, rest) as JsonObject),
		} as JsonObject;
		const answer = await receive(world, number, customer, {
			type: 'nfm_reply',
			messageId: message.view.id,
			name: 'flow',
			body: 'Sent',
			response,
		});
		this.answerId = answer.id;
		this.status = 'completed';
	}
}

/** The label of an input, for messages. */
export function labelOf({ label, name }: FlowComponent): string {
	return typeof label === 'string' ? label : (name ?? '');
}
