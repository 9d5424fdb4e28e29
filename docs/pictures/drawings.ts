import type { Browser } from 'playwright-core';

/** Returns a JPEG of a large emoji on a colored background, in place of a photo. */
export async function drawnPicture(
	browser: Browser,
	emoji: string,
	ground: string,
): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 700, height: 260 } });
	await page.setContent(
		`<body style="margin:0;display:grid;place-items:center;height:260px;font:110px 'Noto Color Emoji';background:${ground}">${emoji}</body>`,
	);
	const picture = await page.screenshot({ type: 'jpeg', quality: 82 });
	await page.close();
	return picture;
}
