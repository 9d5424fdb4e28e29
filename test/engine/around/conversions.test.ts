import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from '../accounts/support';
import { withToken } from './support';

const stage = withSandbox();
const ana = () => stage.control.customer(stage.sandbox.seed.customers[0].waId);
let clicks = 0;

/** The click ID of a customer who came through an ad. */
async function click(): Promise<string> {
	const id = `Aff-n8ZTODiE79d22KtAwQKj9e_${++clicks}`;
	await ana().send({ type: 'text', text: 'Hi', referral: { ctwa_clid: id, source_type: 'ad' } });
	return id;
}

const sale = (ctwaClid: string): INodeParameters => ({
	eventName: 'Purchase',
	ctwaClid,
	value: 129.9,
	currency: 'EUR',
});

const FROM_ITEM: INodeParameters = {
	eventName: '={{ $json.name ?? "Purchase" }}',
	ctwaClid: '={{ $json.click }}',
	value: '={{ $json.value }}',
	currency: 'EUR',
};

/** Runs Send Event on several items; a failed item does not stop the others. */
const runItems = async (items: IDataObject[], parameters = FROM_ITEM) =>
	await stage.engine.runNode(
		'whatsAppCloud',
		{ resource: 'conversion', operation: 'sendEvent', ...parameters },
		items.map((json) => ({ json })),
		{ onError: 'continueRegularOutput' },
	);

const eventRequests = async () =>
	(await stage.control.requests()).filter(({ path }) => path.endsWith('/events'));

it('reports a sale to the dataset of the account', async () => {
	const [{ datasetId }] = await output(stage, 'conversion', 'getDataset');
	const [sent] = await output(stage, 'conversion', 'sendEvent', {
		...sale(await click()),
		options: { email: 'ana@example.com', contentIds: 'SKU-1, SKU-2', orderId: '4711' },
	});
	expect(sent).toMatchObject({ datasetId, eventName: 'Purchase', received: true });
	const received = await stage.control.conversions();
	expect(received).toMatchObject([
		{
			datasetId,
			eventName: 'Purchase',
			eventId: sent.eventId,
			customData: {
				currency: 'EUR',
				value: 129.9,
				content_ids: ['SKU-1', 'SKU-2'],
				order_id: '4711',
			},
		},
	]);
	expect(JSON.stringify(received)).not.toContain('ana@example.com');
});

it("takes the click ID from the trigger's item by default", async () => {
	const ctwaClid = await click();
	const { eventName, value, currency } = sale('');
	const result = await runItems([{ referral: { ctwaClid } }], { eventName, value, currency });
	// A parameter that is not set has the default of the form.
	expect(result.json()).toMatchObject([{ received: true }]);
});

it('sends the events of all items in one request', async () => {
	const items = [
		{ click: await click(), value: 1 },
		{ click: await click(), value: 2 },
	];
	const result = await runItems(items);
	expect(result.json()).toMatchObject([{ received: true }, { received: true }]);
	expect(await eventRequests()).toHaveLength(1);
	expect(await stage.control.conversions()).toHaveLength(2);
});

it('sends the other events when one is invalid, and names its item and parameter', async () => {
	const items = [
		{ click: await click(), value: 1 },
		{ click: '', value: 2 },
		{ click: await click(), value: -3 },
		{ click: await click(), value: 4, name: 'Lead' },
	];
	const json = (await runItems(items)).json();
	expect(json[0]).toMatchObject({ received: true });
	expect(json[1].error).toMatch(/click ID is empty.*Click ID.*\[item 1\]/);
	expect(json[2].error).toMatch(/value is negative.*Value.*\[item 2\]/);
	expect(json[3].error).toMatch(/does not accept the event "Lead".*\[item 3\]/);
	expect(await stage.control.conversions()).toHaveLength(1);
});

it('sends the events one by one when Meta rejects the batch', async () => {
	const items = [
		{ click: await click(), value: 1 },
		{ click: await click(), value: 2, name: 'InventedEvent' },
	];
	const json = (await runItems(items)).json();
	expect(json[0]).toMatchObject({ received: true });
	expect(json[1].error).toMatch(/Meta does not accept this event name/);
	expect(await stage.control.conversions()).toHaveLength(1);
});

it('counts a retry once', async () => {
	const ctwaClid = await click();
	const parameters = { ...sale(ctwaClid), options: { eventId: 'order-4711' } };
	await output(stage, 'conversion', 'sendEvent', parameters);
	await output(stage, 'conversion', 'sendEvent', parameters);
	const received = await stage.control.conversions();
	expect(received.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
});

it('explains that the permission is missing', async () => {
	const { token } = await stage.control.addToken({ scopes: ['whatsapp_business_messaging'] });
	const parameters = sale(await click());
	await withToken(stage, token, async () => {
		const { error } = await run(stage, 'conversion', 'sendEvent', parameters);
		expect(error?.message).toMatch(/permission/i);
		expect(error?.description).toContain('whatsapp_business_manage_events');
	});
});

it.each<[string, INodeParameters, RegExp]>([
	['a value in words', { value: 'a lot' }, /"a lot".*Value/],
	['a currency in words', { currency: 'Euro' }, /not a currency code.*Currency/],
	[
		'an event time in the future',
		{ options: { eventTime: '2099-01-01T00:00:00Z' } },
		/in the future.*Event Time/,
	],
	[
		'a click eight days before',
		{ options: { clickTime: new Date(Date.now() - 8 * 86_400_000).toISOString() } },
		/more than 7 days after the click.*Click Time/,
	],
	['an invalid dataset', { options: { datasetId: 'mine' } }, /"mine" is not an ID.*Dataset ID/],
])('rejects %s before anything is sent', async (_, changes, message) => {
	const parameters = { ...sale(await click()), ...changes };
	const { error } = await run(stage, 'conversion', 'sendEvent', parameters);
	expect(`${error?.message} ${error?.description}`).toMatch(message);
	expect(await eventRequests()).toHaveLength(0);
});
