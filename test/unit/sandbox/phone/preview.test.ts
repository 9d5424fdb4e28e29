import type { JsonObject } from '../../../../sandbox/control/types';
import { isPreview, readPreview } from '../../../../sandbox/phone/preview/read';
import { renderDefinition } from '../../../../sandbox/phone/preview/renderDefinition';
import { toMessage } from '../../../../sandbox/phone/preview/toMessage';

const address = (value: unknown) =>
	`#preview=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;

describe('a preview', () => {
	it('reads the content of its URL in any script', () => {
		const value = { type: 'text', text: { body: 'Olá 👋 ¿?>>' } };
		expect(isPreview(address(value))).toBe(true);
		expect(readPreview(address(value))).toEqual(value);
		expect(isPreview('#15550100201@400000000000001')).toBe(false);
	});

	it('accepts the body of a Graph request', () => {
		const message = toMessage({
			type: 'image',
			image: { link: 'https://example.com/a.png', caption: 'A' },
		});
		expect(message).toMatchObject({
			direction: 'outgoing',
			type: 'image',
			content: { caption: 'A' },
		});
		expect(message.media['']).toMatchObject({ url: 'https://example.com/a.png' });
	});

	it('names the media of headers and cards by their path', () => {
		const card = { header: { type: 'image', image: { link: 'https://example.com/c.png' } } };
		const interactive = { type: 'carousel', action: { cards: [card] } };
		expect(Object.keys(toMessage({ type: 'interactive', interactive }).media)).toEqual([
			'action.cards.0.header.image',
		]);
	});

	it('shows a message of the customer', () => {
		expect(toMessage({ from: 'customer', type: 'text', text: { body: 'Hi' } }).direction).toBe(
			'incoming',
		);
	});
});

describe('a template definition with its samples', () => {
	it('fills positional variables', () => {
		const rendered = renderDefinition({
			name: 'order',
			language: 'en_US',
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['A-7'] } },
				{ type: 'BODY', text: 'Hi {{1}}, {{2}}!', example: { body_text: [['Ana', 'bye']] } },
				{ type: 'FOOTER', text: 'Shop' },
			],
		});
		expect(rendered).toMatchObject({
			header: { text: 'Order A-7' },
			body: 'Hi Ana, bye!',
			footer: 'Shop',
		});
	});

	it('fills named variables and shows the name where a sample is missing', () => {
		const example = { body_text_named_params: [{ param_name: 'first', example: 'Ana' }] };
		const components = [{ type: 'body', text: 'Hi {{first}}, {{last}}', example }];
		expect(renderDefinition({ components }).body).toBe('Hi Ana, {{last}}');
	});

	it('gives every button a label and an address that can be opened', () => {
		const buttons: JsonObject[] = [
			{ type: 'URL', text: 'Track', url: 'https://x.example/{{1}}', example: ['77'] },
			{ type: 'COPY_CODE', example: '25OFF' },
			{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '15550100100' },
		];
		expect(renderDefinition({ components: [{ type: 'BUTTONS', buttons }] }).buttons).toEqual([
			{ type: 'URL', text: 'Track', url: 'https://x.example/77' },
			{ type: 'COPY_CODE', text: 'Copy offer code', code: '25OFF' },
			{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '15550100100' },
		]);
	});

	it('generates the text of a one-time password', () => {
		const components: JsonObject[] = [
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'FOOTER', code_expiration_minutes: 10 },
		];
		const rendered = renderDefinition({ components });
		expect(rendered.body).toContain('do not share');
		expect(rendered.footer).toContain('10 minutes');
	});
});
