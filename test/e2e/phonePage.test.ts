/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { startSandbox } from '../../sandbox/index';
import { usePhone } from './support/phone';

/** What axe finds wrong with the page as it stands, in words. */
async function violations(page: ReturnType<typeof usePhone>['page']): Promise<string[]> {
	await page.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
	const { violations: found } = await page.evaluate(
		async () => await (window as unknown as { axe: typeof axe }).axe.run(),
	);
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('the page around the chat', () => {
	const phone = usePhone();

	it.each(['light', 'dark'])('has no axe violations (%s)', async (theme) => {
		const buttons = [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }];
		const interactive = { type: 'button', body: { text: 'So?' }, action: { buttons } };
		await phone.business.send(phone.customer, { type: 'interactive', interactive });
		await phone.sandbox.control.customer(phone.customer).sendText('Hello *you*');
		const page = await phone.open(phone.customer, `?theme=${theme}`);
		await page.getByText('Hello you').last().click();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('tab', { name: 'Controls' }).click();
		expect(await violations(page)).toEqual([]);
	});

	it('shows help before the first message', async () => {
		const page = await phone.open();
		expect(await page.getByRole('log').innerText()).toMatch(
			/No messages yet[\s\S]*say hello as Ana Lima/,
		);
	});

	it('counts unread messages of other customers', async () => {
		const [, other] = phone.sandbox.seed.customers;
		const page = await phone.open();
		await phone.business.send(other.waId, { type: 'text', text: { body: 'Your table is ready' } });
		const entry = page
			.getByRole('navigation')
			.getByRole('button', { name: new RegExp(other.name) });
		await entry.getByLabel('1 unread').waitFor();
		await entry.click();
		await page.getByRole('log').getByText('Your table is ready').waitFor();
		expect(await entry.getByLabel('1 unread').count()).toBe(0);
		expect(page.url()).toContain(`#${other.waId}@`);
	});

	it('adds a customer who can write right away', async () => {
		const page = await phone.open();
		await page.getByRole('button', { name: 'New customer' }).click();
		await page.getByLabel('Name', { exact: true }).fill('Eli Cohen');
		await page.getByLabel('Phone number').fill('+1 555 010 0250');
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await page.getByRole('textbox', { name: 'Message from Eli Cohen' }).fill('Hi');
		await page.keyboard.press('Enter');
		expect(await phone.incoming('text')).toMatchObject({
			customer: '15550100250',
			content: { body: 'Hi' },
		});
	});

	it('shows the request and the webhooks of a message', async () => {
		const page = await phone.open();
		const { id } = await phone.business.send(phone.customer, {
			type: 'text',
			text: { body: 'Traced' },
		});
		await phone.message(id).getByText('Traced').click();
		await page.getByText(`POST /${phone.sandbox.seed.phoneNumberId}/messages`).waitFor();
		expect(await page.locator('.panel pre').innerText()).toContain(
			'"messaging_product": "whatsapp"',
		);
		expect(await page.locator('.panel').innerText()).toContain(id);
		await page.getByRole('tab', { name: 'Activity' }).click();
		await page.locator('.wire', { hasText: '/messages' }).first().waitFor();
	});

	it("changes the sandbox's settings", async () => {
		const page = await phone.open();
		const state = async () => await phone.sandbox.control.state();
		await page.getByRole('tab', { name: 'Controls' }).click();
		await page.getByRole('switch', { name: /^Offline/ }).check();
		await page.locator('.phone__signs').waitFor();
		await page.getByRole('switch', { name: /^Pause webhooks/ }).check();
		await page.getByRole('button', { name: 'Too many messages (130429)' }).click();
		await page.getByText(/Meta 130429 .* matched 0 of 1/).waitFor();
		expect(await state()).toMatchObject({
			behavior: { webhooks: { paused: true } },
			faults: [{ error: { code: 130429 } }],
		});
		expect((await state()).customers[0].online).toBe(false);
		const before = (await state()).now;
		await page.getByRole('button', { name: '+24 hours' }).click();
		await page.getByText('24 hours later').waitFor();
		expect((await state()).now - before).toBeGreaterThanOrEqual(24 * 60 * 60 * 1000);
		await page.getByRole('button', { name: 'Reset the sandbox' }).click();
		await page.getByRole('button', { name: 'Reset', exact: true }).click();
		await page.getByText('The sandbox was reset').waitFor();
		expect((await state()).customers[0].online).toBe(true);
	});

	it('reports a lost connection, keeps the draft, and reconnects', async () => {
		const page = await phone.open();
		const port = Number(new URL(phone.sandbox.url).port);
		await phone.sandbox.close();
		await page.getByText(/Connection lost/).waitFor();
		const field = page.getByRole('textbox', { name: /Message from/ });
		await field.fill('Do not lose me');
		await page.keyboard.press('Enter');
		await page.getByText('The sandbox does not answer. Is it still running?').first().waitFor();
		expect(await field.inputValue()).toBe('Do not lose me');
		phone.sandbox = await startSandbox({
			port,
			phoneRoot: phone.pageFiles,
			behavior: { window: 'seeded' },
		});
		await page.getByText(/Connection lost/).waitFor({ state: 'detached' });
		await field.press('Enter');
		expect((await phone.incoming('text')).content).toEqual({ body: 'Do not lose me' });
	});

	it('fits a small screen: list, chat, and back', async () => {
		const { page } = phone;
		await page.setViewportSize({ width: 375, height: 700 });
		await page.goto(phone.sandbox.phoneUrl);
		await page.getByRole('button', { name: /Ana Lima/ }).click();
		await page.getByRole('log').waitFor();
		expect(await page.getByRole('navigation').isVisible()).toBe(false);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBe(375);
		await page.getByRole('button', { name: 'All chats' }).click();
		await page.getByRole('navigation').waitFor();
	});

	it('renders a template definition from the URL', async () => {
		const components = [
			{ type: 'BODY', text: 'Hi *{{1}}*', example: { body_text: [['Ana']] } },
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
		];
		const json = JSON.stringify({ name: 'hello', language: 'en', components });
		await phone.page.goto(
			`${phone.sandbox.phoneUrl}#preview=${Buffer.from(json).toString('base64url')}`,
		);
		await phone.page.getByRole('button', { name: 'Stop' }).waitFor();
		expect(await phone.page.locator('.formatted').innerText()).toBe('Hi Ana');
		expect(phone.complaints).toEqual([]);
	});
});
