/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { makePrivateKey, publicKeyOf } from '../../../cloud-api/flows/endpoint/keys';
import { checkFlowJson } from '../../../cloud-api/flows/check/checkFlowJson';
import { credentialData } from '../../../demo/sandboxCredential';
import { node, readWorkflow, type Trigger } from '../../../engine';
import { FlowClient, signed } from '../../support/flowClient';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const started: Trigger[] = [];

beforeAll(async () => void (await stage.engine.listen()));
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.deactivate().catch(() => {});
});

/** An example in which nodes of services are replaced by code that returns the given items. */
async function example(name: string, replaced: Record<string, IDataObject[]> = {}) {
	const workflow = await readWorkflow(path.join(__dirname, `../../../examples/${name}.json`));
	const nodes = workflow.nodes.map((own) =>
		Object.hasOwn(replaced, own.name)
			? node(
					'n8n-nodes-base.code',
					{ jsCode: `return ${JSON.stringify(replaced[own.name].map((json) => ({ json })))}` },
					{ name: own.name },
				)
			: own,
	);
	return { id: name, ...workflow, nodes };
}

/** Runs the part of an example that is executed once, and returns what it created. */
async function created(name: string): Promise<{ flowId: string; text: string }> {
	const result = await stage.engine.run(await example(name), {
		mode: 'manual',
		startNode: 'When I Click Execute',
	});
	expect(result.error).toBeUndefined();
	const [{ flowId, validationErrors, warnings }] = result.json('Create the Form');
	expect({ validationErrors, warnings }).toEqual({ validationErrors: [], warnings: [] });
	const read = await stage.engine.runNode('whatsAppCloud', {
		resource: 'flow',
		operation: 'getJson',
		flow: { mode: 'id', value: String(flowId) },
	});
	return { flowId: String(flowId), text: JSON.stringify(read.json()[0].flowJson) };
}

/** Publishes an example and talks to its endpoint as a customer's WhatsApp does. */
async function endpoint(name: string, replaced: Record<string, IDataObject[]> = {}) {
	const privateKey = await makePrivateKey();
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		flowPrivateKey: privateKey,
	});
	const trigger = stage.engine.trigger(await example(name, replaced));
	started.push(trigger);
	await trigger.activate();
	const client = new FlowClient(publicKeyOf(privateKey));
	return async (clear: object): Promise<unknown> => {
		const { request, read } = await client.encrypt({ version: '3.0', flow_token: 't', ...clear });
		const body = JSON.stringify(request);
		const answer = await fetch(trigger.url(), {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-hub-signature-256': signed(body, stage.sandbox.seed.appSecret),
			},
			body,
		});
		expect(answer.status).toBe(200);
		return await read(await answer.text());
	};
}

const enter = (screen: string, data: object) => ({ action: 'data_exchange', screen, data });
const end = (params: object) => ({
	screen: 'SUCCESS',
	data: { extension_message_response: { params: { ...params, flow_token: 't' } } },
});

it('lead form: creates the form, sends it, and thanks for the answers', async () => {
	const { text } = await created('lead-form');
	expect(checkFlowJson(text)).toEqual([]);
	const trigger = stage.engine.trigger(await example('lead-form'));
	started.push(trigger);
	await trigger.activate();
	const ana = stage.control.customer(stage.sandbox.seed.customers[0].waId);
	await ana.sendText('Hello');
	await stage.engine.executions.wait(1);
	const [asked] = await stage.control.messages({ direction: 'outgoing' });
	await ana.send({
		type: 'nfm_reply',
		messageId: asked.id,
		response: {
			flow_token: stage.sandbox.seed.customers[0].waId,
			name: 'Ana',
			email: 'ana@example.com',
			what_are_you_interested_in: 'solar',
			i_agree_that_you_contact_me: true,
		},
	});
	const [, answered] = await stage.engine.executions.wait(2);
	expect(answered.error).toBeUndefined();
	expect(answered.json('The Lead')).toMatchObject([
		{ name: 'Ana', email: 'ana@example.com', interest: 'solar' },
	]);
});

it('book an appointment: offers the free times of the day, and books one', async () => {
	const { text } = await created('book-an-appointment');
	expect(JSON.parse(text)).toMatchObject({ routing_model: { DAY: ['TIME'], TIME: [] } });
	const event = {
		start: { dateTime: '2031-01-02T09:00:00-05:00' },
		end: { dateTime: '2031-01-02T16:30:00-05:00' },
	};
	const exchange = await endpoint('book-an-appointment', { 'Busy Times': [event], Book: [{}] });
	expect(await exchange({ action: 'INIT' })).toEqual({ screen: 'DAY', data: {} });
	expect(await exchange(enter('DAY', { name: 'Ana', day: '2031-01-02' }))).toEqual({
		screen: 'TIME',
		data: { free: [{ id: '2031-01-02T16:30:00-05:00', title: '16:30' }] },
	});
	const time = '2031-01-02T16:30:00-05:00';
	expect(await exchange(enter('TIME', { time }))).toEqual(end({ time }));
});

it('book an appointment: says on the screen that no time is free', async () => {
	const event = { start: { date: '2031-01-02' }, end: { date: '2031-01-03' } };
	const exchange = await endpoint('book-an-appointment', { 'Busy Times': [event], Book: [{}] });
	expect(await exchange(enter('DAY', { name: 'Ana', day: '2031-01-02' }))).toEqual({
		screen: 'DAY',
		data: { error_message: 'No time is free on this day. Please choose another day.' },
	});
});

it('order form: shows the products, adds up the prices, and takes the order', async () => {
	const { text } = await created('order-form-with-prices');
	expect(checkFlowJson(text)).toEqual([]);
	const exchange = await endpoint('order-form-with-prices');
	expect(await exchange({ action: 'INIT' })).toMatchObject({
		screen: 'MENU',
		data: { products: [{ id: 'bread', title: 'Rye bread', description: '4.20 €' }, {}, {}] },
	});
	expect(await exchange(enter('MENU', { chosen: ['bread', 'cake'] }))).toEqual({
		screen: 'TOTAL',
		data: {
			lines: 'Rye bread: 4.20 €\nApple cake: 18.50 €',
			total: 'Total: 22.70 €',
			chosen: ['bread', 'cake'],
		},
	});
	expect(await exchange(enter('TOTAL', { chosen: ['bread', 'cake'] }))).toEqual(
		end({ order: 'bread, cake' }),
	);
});
