import type { INodeParameters } from 'n8n-workflow';
import { oneNode, type Trigger, type WorkflowJson } from '../../../engine';
import type { Stage } from '../../support/withSandbox';

export const TRIGGER = 'WhatsApp Cloud Trigger';
export const ANA = '15550100201';

/** A workflow that consists of the trigger, as a user saves it. */
export function triggerWorkflow(parameters: INodeParameters = {}, id = 'workflow-1'): WorkflowJson {
	const settings = { name: TRIGGER, id: `${id}-node`, webhookId: `${id}-hook` };
	return { id, name: id, ...oneNode('whatsAppCloudTrigger', parameters, settings) };
}

/** Publishes a trigger with these parameters. */
export async function activated(
	stage: Stage,
	parameters: INodeParameters = {},
	id = 'workflow-1',
): Promise<Trigger> {
	const trigger = stage.engine.trigger(triggerWorkflow(parameters, id));
	await trigger.activate();
	return trigger;
}

/** What stands at the three levels of the seed's app, account and number. */
export async function registered({ control }: Stage) {
	const { apps, businessAccounts, phoneNumbers } = await control.state();
	return {
		app: apps[0].subscription,
		account: businessAccounts[0].subscribedApps[0],
		number: phoneNumbers[0].webhookOverride?.url,
	};
}

/** The items of the first output of the trigger, execution by execution. */
export async function received(stage: Stage, executions: number) {
	const results = await stage.engine.executions.wait(executions);
	return results.map((result) => result.json(TRIGGER));
}
