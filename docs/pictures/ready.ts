import type { Page } from 'playwright-core';

/** Waits until a phone page shows its messages, fonts, images, and videos. */
export async function ready(page: Page): Promise<void> {
	await page.waitForSelector('.message:visible');
	await page.evaluate(async () => await document.fonts.ready);
	await page.waitForFunction(
		() =>
			[...document.images].every((image) => image.complete) &&
			[...document.querySelectorAll('audio, video')].every(
				(media) => (media as HTMLMediaElement).readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
			),
	);
}
