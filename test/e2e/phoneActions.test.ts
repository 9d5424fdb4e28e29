import type { JsonObject } from '../../sandbox/control/types';
import { usePhone } from './support/phone';

const interactive = (type: string, action: JsonObject): JsonObject => ({
	type: 'interactive',
	interactive: { type, body: { text: `A ${type}` }, action },
});

describe('what the customer can do on the phone', () => {
	const phone = usePhone();
	const send = async (body: JsonObject) => await phone.business.send(phone.customer, body);

	it('writes with the keyboard alone, over several lines', async () => {
		const page = await phone.open();
		const field = page.getByRole('textbox', { name: /Message from/ });
		await field.focus();
		await page.keyboard.type('First');
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.type('second');
		await page.keyboard.press('Enter');
		expect((await phone.incoming('text')).content).toEqual({ body: 'First\nsecond' });
		expect(await field.inputValue()).toBe('');
	});

	it('taps a reply button once and disables the others', async () => {
		const buttons = ['Yes', 'No'].map((title) => ({
			type: 'reply',
			reply: { id: `id-${title}`, title },
		}));
		const { id } = await send(interactive('button', { buttons }));
		await phone.open();
		await phone.message(id).getByRole('button', { name: 'Yes' }).click();
		expect((await phone.incoming('interactive')).content).toMatchObject({
			button_reply: { id: 'id-Yes', title: 'Yes' },
		});
		await phone.message(id).locator('[aria-pressed="true"]', { hasText: 'Yes' }).waitFor();
		expect(
			await phone.message(id).getByRole('button', { name: 'No', exact: true }).isDisabled(),
		).toBe(true);
	});

	it('chooses a row of a list, and closes the list with Escape', async () => {
		const rows: JsonObject[] = [
			{ id: 'a', title: 'Apple' },
			{ id: 'b', title: 'Bread', description: 'Rye' },
		];
		const { id } = await send(
			interactive('list', { button: 'Choose', sections: [{ title: 'Food', rows }] }),
		);
		const page = await phone.open();
		const opener = phone.message(id).getByRole('button', { name: 'Choose' });
		await opener.click();
		// The list takes the keyboard as soon as it is drawn.
		await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('Enter');
		await page.getByRole('radio', { name: /Bread/ }).check();
		await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
		expect((await phone.incoming('interactive')).content).toMatchObject({
			list_reply: { id: 'b', title: 'Bread', description: 'Rye' },
		});
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	});

	it('answers a location request and a call permission request', async () => {
		const place = await send(interactive('location_request_message', { name: 'send_location' }));
		const call = await send(
			interactive('call_permission_request', { name: 'call_permission_request' }),
		);
		const page = await phone.open();
		await phone.message(place.id).getByRole('button', { name: 'Send location' }).click();
		await page.getByRole('button', { name: 'Central Station' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
		expect((await phone.incoming('location')).replyTo).toBe(place.id);
		await phone.message(call.id).getByRole('button', { name: 'Allow calls' }).click();
		expect((await phone.incoming('interactive')).content).toMatchObject({
			call_permission_reply: { response: 'accept' },
		});
	});

	it('adds products to a cart', async () => {
		const { id } = await send(
			interactive('product', { catalog_id: '900', product_retailer_id: 'bread' }),
		);
		const page = await phone.open();
		await phone.message(id).getByRole('button', { name: 'View' }).click();
		await page.getByRole('button', { name: 'One bread more' }).click();
		await page.getByRole('button', { name: /Send to business/ }).click();
		expect((await phone.incoming('order')).content).toMatchObject({
			catalog_id: '900',
			product_items: [{ product_retailer_id: 'bread', quantity: 2 }],
		});
	});

	it('replies with a quote', async () => {
		const { id } = await send({ type: 'text', text: { body: 'Which size?' } });
		const page = await phone.open();
		await phone.message(id).hover();
		await phone.message(id).getByRole('button', { name: 'Reply' }).click();
		await page.keyboard.type('Large');
		await page.keyboard.press('Enter');
		const answer = await phone.incoming('text');
		expect(answer.replyTo).toBe(id);
		expect(await phone.message(answer.id).locator('.quote').innerText()).toContain('Which size?');
	});

	it('adds and removes a reaction', async () => {
		const { id } = await send({ type: 'text', text: { body: 'All done' } });
		const page = await phone.open();
		await phone.message(id).hover();
		await phone.message(id).getByRole('button', { name: 'React' }).click();
		await page.getByRole('button', { name: 'React with ❤️' }).click();
		await phone
			.message(id)
			.getByRole('button', { name: /remove it/ })
			.click();
		await phone.message(id).locator('.reactions').waitFor({ state: 'detached' });
		const { reactions } = await phone.sandbox.control.message(id);
		expect(reactions).toEqual([]);
	});

	it('sends files from the file picker with the matching type', async () => {
		const page = await phone.open();
		const choose = async (entry: string, name: string, mimeType: string, text: string) => {
			await page.getByRole('button', { name: 'Attach' }).click();
			const chooser = page.waitForEvent('filechooser');
			await page.getByRole('menuitem', { name: entry }).click();
			await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(text, 'base64') });
			await page.getByRole('textbox', { name: 'Caption' }).fill(`Caption of ${name}`);
			await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
		};
		const pixel =
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		await choose('Photo or video', 'dot.png', 'image/png', pixel);
		const image = await phone.incoming('image');
		expect(image.media['']).toMatchObject({ mimeType: 'image/png' });
		expect(image.content).toMatchObject({ caption: 'Caption of dot.png' });
		await choose('Document', 'notes.txt', 'text/plain', Buffer.from('hello').toString('base64'));
		expect((await phone.incoming('document')).content).toMatchObject({ filename: 'notes.txt' });
		await page.locator('.document__name', { hasText: 'notes.txt' }).waitFor();
	});

	it('sends a file that is dropped on the chat', async () => {
		const page = await phone.open();
		const files = await page.evaluateHandle(() => {
			const transfer = new DataTransfer();
			transfer.items.add(new File(['a,b'], 'table.csv', { type: 'text/csv' }));
			return transfer;
		});
		await page.getByRole('log').dispatchEvent('dragover', { dataTransfer: files });
		await page.getByText('Drop to send').waitFor();
		await page.getByRole('log').dispatchEvent('drop', { dataTransfer: files });
		await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
		expect((await phone.incoming('document')).content).toMatchObject({ filename: 'table.csv' });
	});

	it('forwards a message', async () => {
		const { id } = await send({ type: 'text', text: { body: 'Good news' } });
		await phone.open();
		await phone.message(id).hover();
		await phone.message(id).getByRole('button', { name: 'Forward' }).click();
		const copy = await phone.incoming('text');
		expect(copy).toMatchObject({ forwarded: true, content: { body: 'Good news' } });
		await phone.message(copy.id).getByText('Forwarded').waitFor();
	});

	it('marks messages as read manually while automatic reading is off', async () => {
		await phone.sandbox.control.customer(phone.customer).set({ autoRead: false });
		const page = await phone.open();
		const ids = [];
		for (const body of ['One', 'Two'])
			ids.push(await phone.business.post({ type: 'text', text: { body } }, phone.customer));
		await page.getByRole('button', { name: /Read 2 messages/ }).click();
		for (const id of ids) await phone.message(id, 'read').waitFor();
	});

	it('writes in a group as the chosen participant', async () => {
		const [first, second] = phone.sandbox.seed.customers;
		const group = await phone.sandbox.control.addGroup({
			subject: 'Friends',
			participants: [first.waId, second.waId],
		});
		await phone.page.goto(`${phone.sandbox.phoneUrl}#group:${group.id}`);
		await phone.page.getByLabel('Write as').selectOption({ label: second.name });
		await phone.page.getByRole('textbox', { name: `Message from ${second.name}` }).fill('Hi all');
		await phone.page.keyboard.press('Enter');
		expect(await phone.incoming('text')).toMatchObject({
			groupId: group.id,
			customer: second.waId,
		});
		await phone.page.getByLabel('Write as').selectOption({ label: first.name });
		await phone.page.locator('.bubble__sender', { hasText: second.name }).waitFor();
	});

	it('sends any message object and explains an invalid one', async () => {
		const page = await phone.open();
		await page.getByRole('tab', { name: 'Controls' }).click();
		await page.getByRole('button', { name: 'Any message (JSON)' }).click();
		const field = page.getByLabel(/Message \(JSON\)/);
		await field.fill('{ "type": ');
		expect(await page.getByRole('dialog').getByRole('button', { name: 'Send' }).isDisabled()).toBe(
			true,
		);
		await field.fill('{ "type": "telepathy", "telepathy": { "thought": 1 } }');
		await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
		expect((await phone.incoming('telepathy')).content).toEqual({ thought: 1 });
	});
});
