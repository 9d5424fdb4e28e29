import { createHmac, timingSafeEqual } from 'crypto';
import { readEvents } from '../cloud-api/webhooks/events';
import { readPayload } from '../cloud-api/webhooks/payload';
import { checkSignature, signatureOf } from '../cloud-api/webhooks/signature';
import { round, type Figures } from './figures';

const SECRET = 'bench '.repeat(5);
const ROUNDS = 300;

/** Compares processing a delivery (verify, parse, flatten) with the minimum (HMAC and JSON.parse). */
export function webhookPath(): Figures['webhooks'] {
	return [
		compare('one message', payload(1), 200),
		compare('a batch of 100 messages', payload(100), 5),
	];
}

/** Both alternate, and the best run of each counts, so that other load on the machine affects neither. */
function compare(name: string, text: string, times: number): Figures['webhooks'][number] {
	const body = Buffer.from(text);
	const header = signatureOf(body, SECRET);
	let ours = Infinity;
	let bare = Infinity;
	for (let turn = 0; turn < ROUNDS; turn++) {
		ours = Math.min(
			ours,
			microseconds(times, () => whole(body, header)),
		);
		bare = Math.min(
			bare,
			microseconds(times, () => least(body, header)),
		);
	}
	return { name, ours: round(ours), bare: round(bare), ratio: round(ours / bare) };
}

function whole(body: Buffer, header: string): number {
	if (checkSignature(body, header, [SECRET]) !== 'valid')
		throw new Error('The signature is rejected');
	const payload = readPayload(body.toString('utf8'));
	if ('rejected' in payload) throw new Error(payload.rejected);
	return readEvents(payload.changes).length;
}

function least(body: Buffer, header: string): number {
	const digest = createHmac('sha256', SECRET).update(body).digest();
	if (!timingSafeEqual(digest, Buffer.from(header.slice(7), 'hex'))) throw new Error('wrong');
	return (JSON.parse(body.toString('utf8')) as { entry: unknown[] }).entry.length;
}

function microseconds(times: number, work: () => number): number {
	const start = performance.now();
	let sum = 0;
	for (let i = 0; i < times; i++) sum += work();
	if (sum < times) throw new Error('Nothing came out');
	return ((performance.now() - start) * 1000) / times;
}

function payload(messages: number): string {
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '300000000000001',
				changes: [
					{
						field: 'messages',
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: '15550100100', phone_number_id: '400000000000001' },
							contacts: Array.from({ length: messages }, (_, i) => ({
								profile: { name: `Customer ${i}` },
								wa_id: `1555${1_000_000 + i}`,
								user_id: `US.1000000000000${i}`,
							})),
							messages: Array.from({ length: messages }, (_, i) => ({
								from: `1555${1_000_000 + i}`,
								from_user_id: `US.1000000000000${i}`,
								id: `wamid.HBgLMTU1NTAxMDAyMDEVAgASGBQzQUY${i}`,
								timestamp: '1763820000',
								type: 'text',
								text: { body: `Hello, is my order ${i} on its way? \u{1F370}` },
							})),
						},
					},
				],
			},
		],
	});
}
