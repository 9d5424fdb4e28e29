import type { Button, Component } from '../templates/template';
import { invalidTemplate } from '../templates/rejection';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { assetOf, flows, goLive, type Flow } from './flow';
import { publishStatus } from './flowWebhooks';
import { findFlow } from './sendCheck';

/** All FLOW buttons of a template and of its cards. */
export function flowButtons(components: Component[]): Button[] {
	return components.flatMap((component) => [
		...(component.buttons ?? []).filter(({ type }) => type === 'FLOW'),
		...(component.cards ?? []).flatMap((card) => flowButtons(card.components)),
	]);
}

/**
 * Checks the FLOW buttons of a template that is submitted: the flow must exist and be published.
 * A button with `flow_json` creates a published flow, named after the template.
 */
export function submitFlowButtons(
	world: World,
	account: BusinessAccount,
	template: { name: string; language: string; components: Component[] },
): void {
	for (const button of flowButtons(template.components)) {
		const { flow_id: id, flow_name: name, flow_json: json } = button;
		if ([id, name, json].filter((one) => one !== undefined).length > 1) {
			throw invalidTemplate('A FLOW button accepts one of flow_id, flow_name, and flow_json.');
		}
		const flow =
			json === undefined
				? existing(world, account, id, name)
				: created(world, account, json, `${template.name}_${template.language}`);
		const screen = button.navigate_screen;
		if (screen !== undefined && !flow.live[0]?.json?.screens.some((one) => one.id === screen)) {
			throw invalidTemplate(`The screen ${String(screen)} does not exist in the Flow.`);
		}
		if (json === undefined) continue;
		delete button.flow_json;
		button.flow_id = flow.id;
	}
}

function existing(world: World, account: BusinessAccount, id: unknown, name: unknown): Flow {
	const flow = findFlow(world, account.id, {
		...(id === undefined ? {} : { flow_id: String(id) }),
		...(name === undefined ? {} : { flow_name: String(name) }),
	});
	if (!flow) {
		throw invalidTemplate(
			`The Flow ${String(id ?? name)} does not exist on this WhatsApp Business Account.`,
		);
	}
	if (flow.live.length === 0 || flow.status === 'DEPRECATED') {
		throw invalidTemplate(`The Flow ${flow.name} is not published.`);
	}
	return flow;
}

function created(world: World, account: BusinessAccount, json: unknown, name: string): Flow {
	const asset = assetOf(typeof json === 'string' ? json : JSON.stringify(json));
	if (asset.errors.length > 0) {
		throw invalidTemplate(`The Flow JSON is not valid. ${asset.errors[0].message}`);
	}
	const store = world.use(flows);
	let free = name;
	for (let count = 2; store.named(account.id, free); count++) free = `${name}_${count}`;
	const flow: Flow = {
		id: world.ids.object(7),
		accountId: account.id,
		name: free,
		categories: ['OTHER'],
		status: 'DRAFT',
		asset,
		live: [],
		applicationId: world.seed.appId,
		sentAt: [],
	};
	store.add(flow);
	goLive(flow);
	publishStatus(world, flow, 'DRAFT');
	return flow;
}
