import axios from 'axios';

import type { ExampleRuns } from '../../support/exampleRuns';
import type { World } from '../../support/world';

/** Examples that go beyond messages: conversions, groups, and calls. */
export function aroundExamples(world: () => World, runs: ExampleRuns): void {
	const ana = () => world().sandbox.seed.customers[0];
	const customer = () => world().sandbox.control.customer(ana().waId);

	test('report a sale: the click is stored, and the sale is reported to its ad', async () => {
		const { client, sandbox } = world();
		const workflow = await runs.publish('report-a-sale-to-the-ad');
		const referral = { ctwa_clid: 'Aff-n8ZTODiE79d22', source_type: 'ad' };
		await customer().send({ type: 'text', text: 'Is it in stock?', referral });
		await runs.runs(workflow, 1);
		expect(await client.dataTableRows('WhatsApp clicks')).toMatchObject([
			{ phone: ana().waId, click: 'Aff-n8ZTODiE79d22' },
		]);
		const sale = await runs.start(workflow, 'When I Click Execute');
		expect(sale.json('Report the Sale')).toMatchObject([{ received: true, eventId: '4711' }]);
		expect(await sandbox.control.conversions()).toMatchObject([
			{ eventName: 'Purchase', customData: { value: 129.9, currency: 'EUR' } },
		]);
	});

	test('group for an event: sends the invite link, and approves the guest', async () => {
		const { sandbox } = world();
		await sandbox.control.changeNumber(sandbox.seed.phoneNumberId, { official: true });
		const workflow = await runs.publish('group-for-an-event');
		await runs.start(workflow, 'When I Click Execute');
		await sandbox.control.advance(60_000);
		await runs.runs(workflow, 2);
		const [group] = await sandbox.control.groups();
		await runs.sent('the invitation', ({ content }) =>
			JSON.stringify(content).includes(group.inviteLink),
		);
		await customer().joinGroup(group.id);
		await runs.runs(workflow, 3);
		await sandbox.control.advance(60_000);
		expect((await sandbox.control.groups())[0].participants).toEqual([ana().waId]);
	});

	test('missed call becomes a chat: the call is rejected, and the customer gets buttons', async () => {
		const { sandbox } = world();
		const workflow = await runs.publish('missed-call-becomes-a-chat');
		const { accessToken, phoneNumberId } = sandbox.seed;
		await axios.post(
			`${sandbox.url}/v25.0/${phoneNumberId}/settings`,
			{ calling: { status: 'ENABLED' } },
			{ headers: { Authorization: `Bearer ${accessToken}` }, proxy: false },
		);
		await customer().call();
		await runs.runs(workflow, 1);
		expect(await sandbox.control.calls()).toMatchObject([{ state: 'rejected' }]);
		await runs.sent('the buttons', ({ type }) => type === 'interactive');
	});
}
