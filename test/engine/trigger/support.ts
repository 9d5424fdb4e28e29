/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { setTimeout as delay } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { oneNode, type Trigger, type WorkflowJson } from '../../../engine';
import { signatureOf } from '../../../cloud-api/webhooks/signature';
import type { Stage } from '../../support/withSandbox';

export const TRIGGER = 'WhatsApp Cloud API Trigger';
export const ANA = '15550100201';

/** A workflow that consists of the trigger, as a user saves it. */
export function triggerWorkflow(parameters: INodeParameters = {}, id = 'workflow-1'): WorkflowJson {
	const settings = { name: TRIGGER, typeVersion: 2, id: `${id}-node`, webhookId: `${id}-hook` };
	return { id, name: id, ...oneNode('whatsAppCloudTrigger', parameters, settings) };
}

const started: Trigger[] = [];

/** A workflow in the editor; `endAll` ends it. */
export function drafted(
	stage: Stage,
	parameters: INodeParameters = {},
	id = 'workflow-1',
	baseUrl?: string,
): Trigger {
	const trigger = stage.engine.trigger(triggerWorkflow(parameters, id), { baseUrl });
	started.push(trigger);
	return trigger;
}

/** Publishes a trigger with these parameters. */
export async function activated(
	stage: Stage,
	parameters: INodeParameters = {},
	id = 'workflow-1',
): Promise<Trigger> {
	const trigger = drafted(stage, parameters, id);
	await trigger.activate();
	return trigger;
}

/** Starts the engine's listener for this file or block, and ends the triggers of each test. */
export function withTriggers(stage: Stage): void {
	beforeAll(async () => {
		await stage.engine.listen();
	});
	afterEach(endAll);
}

/** For `afterEach`: ends what a test has left running. */
export async function endAll(): Promise<void> {
	for (const trigger of started.splice(0)) {
		await trigger.stopTest().catch(() => {});
		if (trigger.active) await trigger.deactivate().catch(() => {});
	}
}

/** Checks an expectation every 25 ms until it passes; fails after 5 seconds with the expectation's error. */
export async function eventually(expectation: () => Promise<unknown>): Promise<void> {
	const end = Date.now() + 5000;
	while (Date.now() < end) {
		const holds = await expectation().then(
			() => true,
			() => false,
		);
		if (holds) return;
		await delay(25);
	}
	await expectation();
}

/** What is registered at the three levels of the seed's app, account, and phone number. */
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

/** Calls the sandbox's Graph API as another program with the same app would. */
export async function graph(
	{ sandbox: { url, seed } }: Stage,
	path: string,
	body: object,
	asApp = false,
): Promise<void> {
	const token = asApp ? `${seed.appId}|${seed.appSecret}` : seed.accessToken;
	const answer = await fetch(`${url}/v25.0/${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(await answer.text());
}

/** Registers another program's callback URL for the seed's number. */
export async function registerForNumber(stage: Stage, url: string): Promise<void> {
	await graph(stage, stage.sandbox.seed.phoneNumberId, {
		webhook_configuration: { override_callback_uri: url, verify_token: 'theirs' },
	});
}

/** Registers another program's callback URL for the seed's app, with these fields. */
export async function registerForApp(
	stage: Stage,
	url: string,
	fields = 'messages',
): Promise<void> {
	const subscription = {
		object: 'whatsapp_business_account',
		callback_url: url,
		verify_token: 'theirs',
		fields,
	};
	await graph(stage, `${stage.sandbox.seed.appId}/subscriptions`, subscription, true);
}

/** Posts a delivery by hand, signed with the seed's app secret by default. */
export async function post(
	{ sandbox: { seed } }: Stage,
	url: string,
	body: string,
	headers: Record<string, string | undefined> = {},
): Promise<{ status: number; text: string }> {
	const signed = {
		'content-type': 'application/json',
		'x-hub-signature-256': signatureOf(body, seed.appSecret),
		...headers,
	};
	const input = Object.entries(signed).filter(([, value]) => value !== undefined);
	const answer = await fetch(url, {
		method: 'POST',
		body,
		headers: Object.fromEntries(input) as Record<string, string>,
	});
	return { status: answer.status, text: await answer.text() };
}

/** A delivery of text messages to the seed's number, as Meta writes it. */
export function textDelivery({ sandbox: { seed } }: Stage, ...texts: string[]): string {
	const messages = texts.map((body, index) => ({
		from: ANA,
		from_user_id: 'US.1000000000000000201',
		id: `wamid.${index}.${body.slice(0, 40)}`,
		timestamp: '1749416383',
		type: 'text',
		text: { body },
	}));
	return delivery(
		{
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100100', phone_number_id: seed.phoneNumberId },
			contacts: [{ profile: { name: 'Ana Lima' }, wa_id: ANA, user_id: 'US.1000000000000000201' }],
			messages,
		},
		seed.businessAccountId,
	);
}

export function delivery(value: unknown, id: string, field = 'messages'): string {
	const entry = [{ id, changes: [{ field, value }] }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry });
}
