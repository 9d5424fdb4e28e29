import type { DeliveryView, RequestView } from '../../../../sandbox/control/types';
import { deliveriesOf, readRequestsOf, requestOf } from '../../../../sandbox/phone/app/panel/trace';
import { message } from './message';

const request = (at: number, body: RequestView['body']) =>
	({ seq: at, at, method: 'POST', path: '/400/messages', body }) as RequestView;
const text = (body: string) => ({ to: '+15550100201', type: 'text', text: { body } });

describe('the trace of a message', () => {
	it('finds the request with the same content, nearest in time', () => {
		const requests = [
			request(100, text('Hello')),
			request(990, text('Hello')),
			request(995, text('Bye')),
		];
		expect(requestOf(message(), requests)?.at).toBe(990);
	});

	it('compares content whatever the order of its keys', () => {
		const sent = message({ type: 'image', content: { id: '1', caption: 'A' } });
		const found = requestOf(sent, [
			request(1, { type: 'image', image: { caption: 'A', id: '1' } }),
		]);
		expect(found).toBeDefined();
	});

	it('reads a body without a type as text, as Meta does', () => {
		expect(requestOf(message(), [request(1, { text: { body: 'Hello' } })])).toBeDefined();
	});

	it('finds no request for an incoming message', () => {
		expect(
			requestOf(message({ direction: 'incoming' }), [request(1, text('Hello'))]),
		).toBeUndefined();
	});

	it('finds the webhooks that contain it, and no others', () => {
		const delivery = (id: string) =>
			({ id, payload: { entry: [{ statuses: [{ id }] }] } }) as unknown as DeliveryView;
		expect(deliveriesOf(message(), [delivery('wamid.1'), delivery('wamid.10')])).toHaveLength(1);
	});

	it('finds the requests that marked it as read', () => {
		const requests = [
			request(1, { status: 'read', message_id: 'wamid.1' }),
			request(2, { status: 'read', message_id: 'wamid.2' }),
		];
		expect(readRequestsOf(message(), requests).map(({ at }) => at)).toEqual([1]);
	});
});
