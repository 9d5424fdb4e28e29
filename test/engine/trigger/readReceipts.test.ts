import { withSandbox } from '../../support/withSandbox';
import { activated, ANA, delivery, endAll, eventually, post, received } from './support';

describe('Mark as Read', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	/** What the sandbox was asked to mark as read. */
	const marked = async () =>
		(await stage.control.requests())
			.map(({ body }) => (body ?? {}) as { status?: string; message_id?: string })
			.filter(({ status }) => status === 'read')
			.map(({ message_id: id }) => id)
			.sort();

	it('makes one request per customer, one per message in a group, and none for other events', async () => {
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const trigger = await activated(stage, {
			events: ['message', 'status'],
			options: { markAsRead: 'read' },
		});
		const text = (id: string, from: string, more: object = {}) => ({
			id,
			from,
			timestamp: '1749416383',
			type: 'text',
			text: { body: id },
			...more,
		});
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100100', phone_number_id: phoneNumberId },
			messages: [
				text('wamid.ana.1', ANA),
				text('wamid.ben', '15550100202'),
				text('wamid.ana.2', ANA),
				text('wamid.group.1', ANA, { group_id: 'G1' }),
				text('wamid.group.2', ANA, { group_id: 'G1' }),
				{
					id: 'wamid.system',
					from: '15550100203',
					timestamp: '1749416383',
					type: 'system',
					system: { type: 'user_changed_number', body: 'moved', wa_id: '15550100204' },
				},
			],
			statuses: [
				{
					id: 'wamid.status',
					status: 'read',
					timestamp: '1749416383',
					recipient_id: '15550100205',
				},
			],
		};
		await post(stage, trigger.url(), delivery(value, businessAccountId));
		const [items] = await received(stage, 1);
		expect(items).toHaveLength(7);
		// The calls leave in this order, so the last one tells that all have left.
		await eventually(async () => expect(await marked()).toContain('wamid.group.2'));
		expect(await marked()).toEqual(['wamid.ana.2', 'wamid.ben', 'wamid.group.1', 'wamid.group.2']);
	});
});
