import { usePhone } from './support/phone';

const ORDER = {
	type: 'interactive',
	interactive: {
		type: 'order_details',
		body: { text: 'Your order' },
		action: {
			name: 'review_and_pay',
			parameters: {
				reference_id: 'order-7',
				type: 'digital-goods',
				payment_settings: [
					{
						type: 'payment_gateway',
						payment_gateway: { type: 'razorpay', configuration_name: 'sandbox-razorpay' },
					},
				],
				currency: 'INR',
				total_amount: { value: 21000, offset: 100 },
				order: {
					status: 'pending',
					items: [{ name: 'Cake', amount: { value: 20000, offset: 100 }, quantity: 1 }],
					subtotal: { value: 20000, offset: 100 },
					tax: { value: 1000, offset: 100 },
				},
			},
		},
	},
};

describe('what the customer can do besides writing', () => {
	const phone = usePhone();
	/** A request of the business. */
	const post = async (path: string, body: object) => {
		const { url, seed } = phone.sandbox;
		const answer = await fetch(`${url}/v25.0/${seed.phoneNumberId}/${path}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${seed.accessToken}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
		});
		expect([answer.status, await answer.clone().json()]).toEqual([200, expect.anything()]);
	};

	it('calls, and sees that the business declines', async () => {
		const page = await phone.open();
		await page.getByRole('button', { name: 'Call', exact: true }).click();
		const screen = page.getByRole('dialog', { name: /Call with Sandbox Bakery/ });
		await screen.getByText('Ringing…').waitFor();
		const [call] = await phone.sandbox.control.calls();
		await post('calls', { call_id: call.id, action: 'reject' });
		await screen.getByText('Call declined').waitFor();
		await screen.getByRole('button', { name: 'Close' }).click();
		await screen.waitFor({ state: 'detached' });
	});

	it('cancels a call with the keyboard', async () => {
		const page = await phone.open();
		await page.getByRole('button', { name: 'Call', exact: true }).click();
		await page.getByText('Ringing…').waitFor();
		await page.keyboard.press('Enter');
		await page.getByText('Call canceled').waitFor();
		expect(await phone.sandbox.control.calls()).toMatchObject([{ state: 'canceled' }]);
	});

	it('pays an order', async () => {
		const { id } = await phone.business.send(phone.customer, ORDER);
		const page = await phone.open();
		const opener = phone.message(id).getByRole('button', { name: 'Review and pay' });
		await opener.click();
		await page.getByRole('button', { name: 'Pay', exact: true }).click();
		await page.getByText('Paid', { exact: true }).first().waitFor();
		expect(await phone.sandbox.control.payments()).toMatchObject([{ status: 'captured' }]);
		await opener.click();
		await page.getByRole('dialog').getByText('Paid', { exact: true }).waitFor();
		expect(await page.getByRole('button', { name: 'Pay', exact: true }).count()).toBe(0);
	});

	it('joins a group by its link, and asks to join another', async () => {
		const { control, seed } = phone.sandbox;
		await control.changeNumber(seed.phoneNumberId, { official: true });
		await post('groups', { subject: 'Bread lovers' });
		await post('groups', { subject: 'Oven club', join_approval_mode: 'approval_required' });
		await control.advance(1000);
		const page = await phone.open();
		await page.getByRole('tab', { name: 'Controls' }).click();
		await page.getByRole('button', { name: 'Join', exact: true }).click();
		await page.getByRole('button', { name: 'Leave' }).waitFor();
		await page.getByRole('button', { name: 'Ask to join' }).click();
		await page.getByRole('button', { name: 'Cancel request' }).waitFor();
		expect(await control.groups()).toMatchObject([
			{ participants: [phone.customer] },
			{ participants: [], joinRequests: [{ waId: phone.customer }] },
		]);
	});
});
