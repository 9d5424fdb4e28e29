import { gallery } from '../../docs/pictures/gallery';
import { uploadGallery } from '../../docs/pictures/upload';
import { usePhone } from './support/phone';

describe('what the phone shows', () => {
	const phone = usePhone();

	it('renders every message type that a business can send', async () => {
		const { sandbox, browser } = phone;
		const { id } = await sandbox.control.addNumber({ displayPhoneNumber: '+91 99999 00100' });
		const { waId } = await sandbox.control.addCustomer({ waId: '919999900204', name: 'Dev' });
		await sandbox.control.customer(waId).setWindow(true, id);
		const business = phone.businessAt(id);
		const media = await uploadGallery(business, browser);
		const bodies = gallery(media, (file) => `${sandbox.url}/_sandbox/media/${file}`);
		const sent = [];
		for (const body of bodies) sent.push(await business.send(waId, body));
		await phone.page.goto(`${sandbox.phoneUrl}#${waId}@${id}`);
		for (const message of sent) await phone.message(message.id).waitFor();
		expect(await phone.page.locator('.message .json').count()).toBe(0);
		expect(await phone.page.locator('.missing').count()).toBe(0);
		expect(phone.complaints).toEqual([]);
	});

	it('renders an unknown message type with its content', async () => {
		const message = { type: 'hologram', hologram: { beam: 'blue' } };
		const { id } = await phone.sandbox.control
			.customer(phone.customer)
			.send({ type: 'raw', message });
		await phone.open();
		expect(await phone.message(id).innerText()).toMatch(/hologram[\s\S]*"beam": "blue"/);
	});

	it('formats text like WhatsApp and never executes it', async () => {
		const body =
			'*bold* _it_ ~no~ `code` <img src=x onerror="window.hacked=1"> javascript:alert(1)';
		const { id } = await phone.business.send(phone.customer, { type: 'text', text: { body } });
		await phone.open();
		const bubble = phone.message(id).locator('.formatted');
		expect(await bubble.locator('strong').innerText()).toBe('bold');
		expect(await bubble.locator('em').innerText()).toBe('it');
		expect(await bubble.innerText()).toContain('<img src=x onerror="window.hacked=1">');
		expect(await bubble.locator('a, img').count()).toBe(0);
		expect(await phone.page.evaluate(() => 'hacked' in window)).toBe(false);
	});

	it('opens no URL that could run a script', async () => {
		const interactive = {
			type: 'cta_url',
			body: { text: 'Open' },
			action: {
				name: 'cta_url',
				parameters: { display_text: 'Shop', url: 'https://shop.example.com' },
			},
		};
		await phone.business.send(phone.customer, { type: 'interactive', interactive });
		await phone.open();
		const link = phone.page.getByRole('link', { name: 'Shop' });
		expect(await link.getAttribute('href')).toBe('https://shop.example.com');
		expect(await link.getAttribute('rel')).toContain('noopener');
	});

	it('updates the check marks when the customer comes online and reads', async () => {
		const hands = phone.sandbox.control.customer(phone.customer);
		await hands.set({ online: false, autoRead: false });
		await phone.open();
		const id = await phone.business.post(
			{ type: 'text', text: { body: 'Are you there?' } },
			phone.customer,
		);
		await phone.message(id, 'sent').waitFor();
		await hands.set({ online: true });
		await phone.message(id, 'delivered').waitFor();
		await phone.message(id).hover();
		await phone.message(id).getByRole('button', { name: 'Details' }).click();
		await phone.page.getByRole('button', { name: 'Read it as the customer' }).click();
		await phone.message(id, 'read').waitFor();
	});

	it('explains why a message did not arrive', async () => {
		await phone.open();
		const { id } = await phone.business.send(phone.customer, {
			type: 'text',
			text: { body: 'Hi' },
		});
		await phone.sandbox.control.setStatus(id, 'failed', { code: 131049 });
		await phone
			.message(id, 'failed')
			.getByRole('button', { name: /Not delivered · 131049/ })
			.click();
		await phone.page.locator('.timeline__reason', { hasText: '131049' }).waitFor();
	});

	it('shows that the business is typing and has read the message', async () => {
		await phone.open();
		const { id } = await phone.sandbox.control.customer(phone.customer).sendText('Hello?');
		await phone.message(id, 'delivered').waitFor();
		await phone.business.read(id, true);
		await phone.page.getByLabel('The business is typing').waitFor();
		await phone.message(id, 'read').waitFor();
	});

	it('shows and removes a reaction of the business', async () => {
		await phone.open();
		const { id } = await phone.sandbox.control.customer(phone.customer).sendText('Thanks!');
		await phone.business.post(
			{ type: 'reaction', reaction: { message_id: id, emoji: '🎉' } },
			phone.customer,
		);
		const reaction = phone.message(id).locator('.reactions', { hasText: '🎉' });
		await reaction.waitFor();
		await phone.business.post(
			{ type: 'reaction', reaction: { message_id: id, emoji: '' } },
			phone.customer,
		);
		await reaction.waitFor({ state: 'detached' });
	});
});
