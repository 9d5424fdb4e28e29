import type { Json, SentFlowView } from '../control/types';
import type { Sent } from '../templates/sent';
import { templates } from '../templates/template';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { checkSendable, findFlow, type FlowUse } from './sendCheck';
import { flowButtons } from './templateFlow';

/** What `flow_token` is without one. */
const NO_TOKEN = 'unused';

interface FlowParameters extends FlowUse {
	flow_token?: string;
	flow_action_payload?: { screen?: string; data?: Record<string, Json> };
}

/** The flow that a sent message opens; `undefined` for other messages. */
export function sentFlow(
	world: World,
	number: PhoneNumber,
	{ type, content, templateId }: { type: string; content: unknown; templateId?: string },
): SentFlowView | undefined {
	if (type === 'template') return templateFlow(world, number, content, templateId);
	const { type: inner, action } = content as {
		type?: string;
		action?: { parameters?: FlowParameters };
	};
	if (type !== 'interactive' || inner !== 'flow' || !action?.parameters) return undefined;
	const { parameters } = action;
	return view(world, number, parameters, {
		token: parameters.flow_token ?? NO_TOKEN,
		screen: parameters.flow_action_payload?.screen,
		data: parameters.flow_action_payload?.data,
	});
}

/** Checks the FLOW buttons of a template that is sent. Throws GraphError. */
export function checkTemplateFlow(world: World, number: PhoneNumber, templateId: string): void {
	const template = world.use(templates).get(templateId);
	for (const button of flowButtons(template?.components ?? [])) {
		checkSendable(world, number, useOf(button));
	}
}

function useOf(button: Record<string, unknown>): FlowUse {
	const action = String(button.flow_action ?? 'navigate').toLowerCase();
	return {
		...(button.flow_id === undefined ? {} : { flow_id: String(button.flow_id) }),
		...(button.flow_name === undefined ? {} : { flow_name: String(button.flow_name) }),
		flow_action: action as FlowUse['flow_action'],
		...(button.navigate_screen === undefined ? {} : { screen: String(button.navigate_screen) }),
	};
}

function templateFlow(
	world: World,
	number: PhoneNumber,
	content: unknown,
	templateId: string | undefined,
): SentFlowView | undefined {
	const template = world.use(templates).get(templateId ?? '');
	const [button] = flowButtons(template?.components ?? []);
	if (!button) return undefined;
	const sent = (content as { components?: Sent[] }).components ?? [];
	const component = sent.find(({ sub_type: kind }) => kind?.toLowerCase() === 'flow');
	const action = component?.parameters?.[0]?.action as
		| { flow_token?: string; flow_action_data?: Record<string, Json> }
		| undefined;
	const use = useOf(button);
	return view(world, number, use, {
		token: action?.flow_token ?? NO_TOKEN,
		screen: use.screen,
		data: action?.flow_action_data,
	});
}

function view(
	world: World,
	number: PhoneNumber,
	use: FlowUse,
	{ token, screen, data }: Pick<SentFlowView, 'token' | 'screen' | 'data'>,
): SentFlowView | undefined {
	const flow = findFlow(world, number.businessAccountId, use);
	if (!flow) return undefined;
	return {
		id: flow.id,
		name: flow.name,
		mode: use.mode ?? 'published',
		action: use.flow_action ?? 'navigate',
		token,
		...(screen ? { screen } : {}),
		...(data ? { data } : {}),
	};
}
