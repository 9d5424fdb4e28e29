import type { JsonObject } from '../../sandbox/control/types';
import { usePhone } from './support/phone';

describe('templates on the phone', () => {
	const phone = usePhone();

	/** Submits a template, waits for its review, sends it, and returns the message ID. */
	async function sendTemplate(definition: JsonObject, components: JsonObject[]): Promise<string> {
		const { url, seed, control } = phone.sandbox;
		const answer = await fetch(`${url}/v25.0/${seed.businessAccountId}/message_templates`, {
			method: 'POST',
			headers: { authorization: `Bearer ${seed.accessToken}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name: 'sample', language: 'en_US', ...definition }),
		});
		expect({ status: answer.status, body: await answer.text() }).toMatchObject({ status: 200 });
		await control.advance(60 * 60 * 1000);
		const template = { name: 'sample', language: { code: 'en_US' }, components };
		return (await phone.business.send(phone.customer, { type: 'template', template })).id;
	}

	it('fills in the variables, groups many buttons in a sheet, and sends a tap', async () => {
		const id = await sendTemplate(
			{
				category: 'UTILITY',
				components: [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Order {{1}}',
						example: { header_text: ['A-1'] },
					},
					{
						type: 'BODY',
						text: 'Hi {{1}}, your parcel comes at noon.',
						example: { body_text: [['Ana']] },
					},
					{ type: 'FOOTER', text: 'Bakery' },
					{
						type: 'BUTTONS',
						buttons: ['Fine', 'Not home', 'Call me', 'Stop'].map((text) => ({
							type: 'QUICK_REPLY',
							text,
						})),
					},
				],
			},
			[
				{ type: 'header', parameters: [{ type: 'text', text: 'A-1009' }] },
				{ type: 'body', parameters: [{ type: 'text', text: 'Ana *Lima*' }] },
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: '2',
					parameters: [{ type: 'payload', payload: 'please-call' }],
				},
			],
		);
		const page = await phone.open();
		const text = await phone.message(id).innerText();
		expect(text).toMatch(
			/Order A-1009[\s\S]*Hi Ana Lima, your parcel comes at noon\.[\s\S]*Bakery/,
		);
		await phone.message(id).getByRole('button', { name: 'See all options' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Call me' }).click();
		expect((await phone.incoming('button')).content).toEqual({
			payload: 'please-call',
			text: 'Call me',
		});
		await page
			.getByRole('dialog')
			.locator('[aria-pressed="true"]', { hasText: 'Call me' })
			.waitFor();
	});

	it('provides the one-time password for copying', async () => {
		const id = await sendTemplate(
			{
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 10 },
					{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
				],
			},
			[
				{ type: 'body', parameters: [{ type: 'text', text: '482913' }] },
				{
					type: 'button',
					sub_type: 'url',
					index: '0',
					parameters: [{ type: 'text', text: '482913' }],
				},
			],
		);
		await phone.open();
		expect(await phone.message(id).innerText()).toContain('482913');
		await phone.message(id).getByRole('button', { name: 'Copy code' }).click();
		await phone.page.getByText('Copied 482913').waitFor();
	});
});
