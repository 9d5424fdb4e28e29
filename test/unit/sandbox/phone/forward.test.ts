import type { MediaView } from '../../../../sandbox/control/types';
import { forwardOf } from '../../../../sandbox/phone/state/forward';
import { message } from './message';

const origin = 'http://127.0.0.1:4780/#chat';
const file: MediaView = { id: '7', url: '/_sandbox/media/7', mimeType: 'image/png', fetched: true };

describe('forwarding a message', () => {
	it('keeps text', () => {
		expect(forwardOf(message(), origin)).toEqual({ type: 'text', text: 'Hello', forwarded: true });
	});

	it('keeps a picture with its caption, fetched from the sandbox', () => {
		const picture = message({ type: 'image', content: { caption: 'Look' }, media: { '': file } });
		expect(forwardOf(picture, origin)).toEqual({
			type: 'image',
			media: {
				url: 'http://127.0.0.1:4780/_sandbox/media/7',
				mimeType: 'image/png',
				caption: 'Look',
			},
			forwarded: true,
		});
	});

	it('keeps the words of an interactive message and of a template', () => {
		const buttons = message({ type: 'interactive', content: { body: { text: 'So?' } } });
		expect(forwardOf(buttons, origin)).toMatchObject({ type: 'text', text: 'So?' });
		const template = message({
			type: 'template',
			content: {},
			template: { name: 'a', language: 'en', body: 'Hi Ana' },
		});
		expect(forwardOf(template, origin)).toMatchObject({ type: 'text', text: 'Hi Ana' });
	});

	it('keeps a location and its coordinates', () => {
		const place = message({
			type: 'location',
			content: { latitude: '37.5', longitude: -122, name: 'Shop' },
		});
		expect(forwardOf(place, origin)).toMatchObject({
			location: { latitude: 37.5, longitude: -122, name: 'Shop' },
		});
	});

	it('does not offer to forward what has no content', () => {
		expect(forwardOf(message({ type: 'sticker', content: {}, media: {} }), origin)).toBeUndefined();
	});
});
