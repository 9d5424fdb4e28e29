import { mediaMessage } from '../../../../cloud-api/messages/media';
import { textMessage } from '../../../../cloud-api/messages/text';
import { typingMs } from '../../../../cloud-api/messages/typing';

const text = (length: number) => textMessage({ text: 'a'.repeat(length) });

it('typing takes longer for a longer text or caption', () => {
	expect(typingMs(text(1))).toBe(1030);
	expect(typingMs(text(100))).toBe(4000);
	const media = { id: '1' };
	expect(typingMs(mediaMessage({ type: 'image', media, caption: 'ü'.repeat(100) }))).toBe(4000);
	expect(typingMs(mediaMessage({ type: 'image', media }))).toBe(1000);
});

// typing-indicators: WhatsApp hides it after 25 seconds.
it('typing takes up to 25 seconds', () => {
	expect(typingMs(text(799))).toBe(24_970);
	expect(typingMs(text(800))).toBe(25_000);
	expect(typingMs(text(801))).toBe(25_000);
});
