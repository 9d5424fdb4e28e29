import axios from 'axios';
import { FlowClient, signed } from '../../../support/flowClient';
import type { ExampleRuns } from '../../support/exampleRuns';
import type { World } from '../../support/world';

/** Examples that use a flow, with an endpoint or without one. */
export function flowExamples(world: () => World, runs: ExampleRuns): void {
	/** Publishes an example, sets the key and creates the form, and talks to its endpoint. */
	const endpoint = async (name: string) => {
		const { sandbox, server } = world();
		const workflow = await runs.publish(name);
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.json('Create the Form')).toMatchObject([{ status: 'DRAFT', validationErrors: [] }]);
		const customer = new FlowClient(String(run.json('Set the Key')[0].publicKey));
		const webhookId = workflow.nodes.find(({ name }) => name === 'Flow Trigger')?.webhookId;
		return async (clear: object): Promise<unknown> => {
			const { request, read } = await customer.encrypt({
				version: '3.0',
				flow_token: 't',
				...clear,
			});
			const body = JSON.stringify(request);
			const { data } = await axios.post<string>(
				`${server.url}/webhook/${webhookId}/whatsapp-flow`,
				body,
				{
					proxy: false,
					responseType: 'text',
					transformResponse: (text: string) => text,
					headers: {
						'content-type': 'application/json',
						'x-hub-signature-256': signed(body, sandbox.seed.appSecret),
					},
				},
			);
			return await read(data);
		};
	};
	const enter = (screen: string, data: object) => ({ action: 'data_exchange', screen, data });

	test('lead form: the form is created and sent, and the answers arrive', async () => {
		const { sandbox } = world();
		const workflow = await runs.publish('lead-form');
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.json('Create the Form')).toMatchObject([{ status: 'PUBLISHED' }]);
		const customer = sandbox.control.customer(sandbox.seed.customers[0].waId);
		await customer.sendText('Hello');
		const asked = await runs.sent('the form', ({ type }) => type === 'interactive');
		await customer.send({
			type: 'nfm_reply',
			messageId: asked.id,
			response: { flow_token: 't', name: 'Ana', what_are_you_interested_in: 'solar' },
		});
		await runs.sent('the thanks', ({ content }) =>
			JSON.stringify(content).includes('Thank you, Ana! We will call you about *solar*.'),
		);
	});

	test('order form: the products, the total, and the end', async () => {
		const exchange = await endpoint('order-form-with-prices');
		expect(await exchange({ action: 'INIT' })).toMatchObject({ screen: 'MENU' });
		expect(await exchange(enter('MENU', { chosen: ['bread', 'cake'] }))).toMatchObject({
			screen: 'TOTAL',
			data: { total: 'Total: 22.70 €' },
		});
		expect(await exchange(enter('TOTAL', { chosen: ['bread'] }))).toMatchObject({
			screen: 'SUCCESS',
		});
	});

	test('book an appointment: the free times of the calendar, and the booking in it', async () => {
		const { services } = world();
		services.google.events.push({
			summary: 'Away',
			start: { dateTime: '2031-01-02T00:00:00Z' },
			end: { dateTime: '2031-01-02T16:30:00Z' },
		});
		const exchange = await endpoint('book-an-appointment');
		expect(await exchange({ action: 'INIT' })).toEqual({ screen: 'DAY', data: {} });
		const offered = await exchange(enter('DAY', { name: 'Ana', day: '2031-01-02' }));
		expect(offered).toMatchObject({ screen: 'TIME', data: { free: [{ title: '16:30' }] } });
		const [{ id: time }] = (offered as { data: { free: Array<{ id: string }> } }).data.free;
		expect(await exchange(enter('TIME', { time, name: 'Ana' }))).toMatchObject({
			screen: 'SUCCESS',
		});
		expect(services.google.events.at(-1)).toMatchObject({ summary: 'Appointment: Ana' });
	});
}
