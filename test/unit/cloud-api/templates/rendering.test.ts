import { renderTemplate } from '../../../../cloud-api/templates/rendering';
import type { TemplateComponent } from '../../../../cloud-api/templates/template';

const components = [
	{ type: 'HEADER', format: 'TEXT', text: 'Hi {{name}}' },
	{ type: 'BODY', text: 'Order *{{no}}* leaves {{day}} for you.' },
	{ type: 'FOOTER', text: 'Lucky Shrub' },
	{
		type: 'BUTTONS',
		buttons: [
			{ type: 'QUICK_REPLY', text: 'Stop' },
			{ type: 'URL', text: 'Track', url: 'https://x.com/{{1}}' },
			{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550051310' },
		],
	},
] as TemplateComponent[];

describe('preview', () => {
	it('shows what a recipient would see', () => {
		const preview = renderTemplate(
			{ components },
			{ 'header.text.name': 'Ana', 'body.no': 42, 'body.day': 'today', 'button.1.url': 'zz' },
		);
		expect(preview.text).toBe(
			[
				'*Hi Ana*',
				'Order *42* leaves today for you.',
				'_Lucky Shrub_',
				'[ Stop ]\n[ Track ] → https://x.com/zz\n[ Call ] → +15550051310',
			].join('\n\n'),
		);
		expect(preview.header).toEqual({ type: 'text', text: 'Hi Ana' });
		expect(preview.buttons).toEqual([
			{ type: 'quick_reply', text: 'Stop' },
			{ type: 'url', text: 'Track', detail: 'https://x.com/zz' },
			{ type: 'phone_number', text: 'Call', detail: '+15550051310' },
		]);
	});

	it('keeps variables that have no value yet', () => {
		expect(renderTemplate({ components }).body).toBe('Order *{{no}}* leaves {{day}} for you.');
	});

	it('puts a one-time password in both places', () => {
		const preview = renderTemplate(
			{
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 10 },
					{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
				] as TemplateComponent[],
			},
			{ code: '123456' },
		);
		expect(preview.text).toBe(
			'*123456* is your verification code. For your security, do not share this code.\n\n_This code expires in 10 minutes._\n\n[ Copy code ] → 123456',
		);
	});

	it('shows media, location, offer and cards', () => {
		const card = (text: string) => ({
			components: [
				{ type: 'HEADER', format: 'IMAGE' },
				{ type: 'BODY', text },
				{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Shop', url: 'https://x.com/{{1}}' }] },
			],
		});
		const preview = renderTemplate(
			{
				components: [
					{ type: 'HEADER', format: 'LOCATION' },
					{
						type: 'LIMITED_TIME_OFFER',
						limited_time_offer: { text: 'Hurry', has_expiration: true },
					},
					{ type: 'BODY', text: 'Look' },
					{ type: 'CAROUSEL', cards: [card('One {{1}}'), card('Two {{1}}')] },
				] as TemplateComponent[],
			},
			{
				'header.location.name': 'Shop',
				'header.location.address': 'Main St',
				'offer.expiration': '2026-12-01T00:00:00Z',
				'card.0.header.image': 'https://x.com/1.png',
				'card.0.body.1': 'A',
				'card.1.body.1': 'B',
				'card.1.button.0.url': 'b',
			},
		);
		expect(preview.text).toBe(
			[
				'📍 Shop, Main St',
				'⏳ Hurry · until 2026-12-01T00:00:00.000Z',
				'Look',
				'— Card 1 —\n🖼 https://x.com/1.png',
				'One A',
				'[ Shop ] → https://x.com/{{1}}',
				'— Card 2 —\n🖼 image',
				'Two B',
				'[ Shop ] → https://x.com/b',
			].join('\n\n'),
		);
		expect(preview.cards).toHaveLength(2);
	});
});
