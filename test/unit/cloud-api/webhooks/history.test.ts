import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';

/** The event of one message of the history between a business and +1 650 555 1234. */
function eventOf(business: string, message: object) {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: business, phone_number_id: '106540352242922' },
		history: [
			{
				metadata: { phase: 0, chunk_order: 1, progress: 55 },
				threads: [{ id: '16505551234', messages: [{ id: 'wamid.1', type: 'text', ...message }] }],
			},
		],
	};
	const payload = readPayload(
		JSON.stringify({
			object: 'whatsapp_business_account',
			entry: [{ id: '102290129340398', changes: [{ field: 'history', value }] }],
		}),
	);
	if ('rejected' in payload) throw new Error(payload.rejected);
	const [event] = readEvents(payload.changes);
	return event;
}

// Meta: Messages API, the formats of Brazilian numbers
it.each([
	['15550783881', '15550783881'],
	['+1 555-078-3881', '15550783881'],
	['5511987654321', '551187654321'],
	['551187654321', '5511987654321'],
])('a message from the number of the business (%s as %s) was sent', (business, from) => {
	expect(eventOf(business, { from })).toMatchObject({ event: 'history', to: '16505551234' });
});

it('a message from the customer was received', () => {
	const event = eventOf('5511987654321', { from: '16505551234' });
	expect(event).toMatchObject({ event: 'history', from: '16505551234' });
	expect(event).not.toHaveProperty('to');
});
