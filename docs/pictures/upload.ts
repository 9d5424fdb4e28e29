/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Business } from './business';
import { drawnPicture } from './drawings';
import type { GalleryMedia } from './gallery';

const own = (name: string) => readFileSync(path.join(__dirname, 'media', name));

/** Uploads the files of the gallery. */
export async function uploadGallery(business: Business, browser: Browser): Promise<GalleryMedia> {
	const picture = async (emoji: string, ground: string) =>
		await business.upload(await drawnPicture(browser, emoji, ground), 'picture.jpg', 'image/jpeg');
	return {
		// Simple drawings keep the PNG small.
		picture: await picture('📦', '#dfe7d8'),
		cake: await picture('🎂', '#c9b5ee'),
		croissant: await picture('🥐', '#f7c873'),
		voice: await business.upload(own('voice.ogg'), 'voice.ogg', 'audio/ogg; codecs=opus'),
		film: await business.upload(own('film.mp4'), 'film.mp4', 'video/mp4'),
		invoice: await business.upload(own('invoice.pdf'), 'invoice.pdf', 'application/pdf'),
		sticker: await business.upload(own('sticker.webp'), 'sticker.webp', 'image/webp'),
	};
}
