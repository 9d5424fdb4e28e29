import type { Sandbox } from '../../sandbox/index';
import type { Business } from './business';

/** A customer reports a damaged parcel and gets help: text, images, reply buttons, a tap, and a reaction. */
export async function converse(
	sandbox: Sandbox,
	business: Business,
	waId: string,
	parcel: Buffer,
	croissant: Buffer,
): Promise<void> {
	const customer = sandbox.control.customer(waId);
	const minute = 60_000;
	const hello = await customer.sendText('Hi! My parcel arrived damaged 😟');
	await sandbox.control.advance(minute);
	const picture = await customer.sendMedia('image', {
		data: parcel.toString('base64'),
		mimeType: 'image/jpeg',
		caption: 'This is how it stood at the door',
	});
	await business.read(hello.id);
	await business.read(picture.id);
	const sorry = await business.send(waId, {
		type: 'text',
		text: { body: 'We are sorry, *Ana*! Order `A-1009`?' },
	});
	await customer.react(sorry.id, '👍');
	await sandbox.control.advance(minute);
	const id = await business.upload(croissant, 'croissant.jpg', 'image/jpeg');
	await business.send(waId, {
		type: 'image',
		image: { id },
	});
	const choice = await business.send(waId, {
		type: 'interactive',
		interactive: {
			type: 'button',
			body: { text: 'This is what we packed. What shall we do?' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'again', title: 'Send a new one' } },
					{ type: 'reply', reply: { id: 'refund', title: 'Refund' } },
				],
			},
		},
	});
	await sandbox.control.advance(minute);
	const tap = await customer.tap(choice.id, 'again');
	await business.read(tap.id);
}
