import type { Browser } from 'playwright-core';

/** A JPEG of one large emoji on a coloured ground: a stand-in for a shop's photographs. */
export async function drawnPicture(browser: Browser, emoji: string, from: string, to: string): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 700, height: 420 } });
	await page.setContent(
		`<body style="margin:0;display:grid;place-items:center;height:420px;font:210px 'Noto Color Emoji';background:linear-gradient(135deg,${from},${to})">${emoji}</body>`,
	);
	const picture = await page.screenshot({ type: 'jpeg', quality: 82 });
	await page.close();
	return picture;
}
