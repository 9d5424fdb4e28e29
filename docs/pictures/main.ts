/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import { launchBrowser } from '../../n8n-server/browser';
import { Business } from './business';
import { converse } from './conversation';
import { drawnPicture } from './drawings';
import { listen } from './listener';
import { gallery, templates } from './gallery';
import { messageGallery } from './messageGallery';
import { ready } from './ready';
import { uploadGallery } from './upload';

const IMAGES = path.join(__dirname, '..', 'images');
const example = (name: string) => readFileSync(path.join(__dirname, '..', '..', 'examples', name));

/** Renders the conversation on the whole page, light and dark, and on a small screen. */
async function conversation(browser: Browser, sandbox: Sandbox): Promise<void> {
	const business = new Business(sandbox);
	const [{ waId }] = sandbox.seed.customers;
	const croissant = await drawnPicture(browser, '🥐', '#f7c873');
	await converse(sandbox, business, waId, example('parcel.jpg'), croissant);
	const chat = `#${waId}@${sandbox.seed.phoneNumberId}`;
	const shots: Array<[name: string, theme: string, width: number, height: number]> = [
		['phone-conversation', 'light', 1440, 1000],
		['phone-conversation-dark', 'dark', 1440, 1000],
		['phone-small', 'light', 390, 844],
	];
	for (const [name, theme, width, height] of shots) {
		const page = await browser.newPage({ viewport: { width, height } });
		await page.goto(`${sandbox.phoneUrl}?theme=${theme}${chat}`);
		await ready(page);
		if (width > 760)
			await page.locator('[data-type="interactive"].message--outgoing .formatted').last().click();
		await page.mouse.move(0, 0);
		await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
		await page.close();
	}
}

/** Renders every message type, each sent through the sandbox, as the phone shows it. */
async function messageTypes(browser: Browser, sandbox: Sandbox): Promise<void> {
	// Address requests and orders are for businesses and customers in India.
	const { id } = await sandbox.control.addNumber({
		displayPhoneNumber: '+91 99999 00100',
		verifiedName: 'Sandbox Bakery',
	});
	const business = new Business(sandbox, id);
	const { waId } = await sandbox.control.addCustomer({ waId: '919999900204', name: 'Dev Anand' });
	await sandbox.control.customer(waId).setWindow(true, id);
	const media = await uploadGallery(business, browser);
	const link = (id: string) => `${sandbox.url}/_sandbox/media/${id}`;
	const messages = [];
	for (const body of gallery(media, link)) messages.push(await business.send(waId, body));
	const preview = Buffer.from(JSON.stringify([...messages, ...templates(link(media.croissant))]));
	for (const theme of ['light', 'dark']) {
		const page = await browser.newPage({ viewport: { width: 1140, height: 800 } });
		await page.goto(
			`${sandbox.phoneUrl}?theme=${theme}&columns=4#preview=${preview.toString('base64url')}`,
		);
		await ready(page);
		const suffix = theme === 'light' ? '' : '-dark';
		await page.screenshot({
			path: path.join(IMAGES, `phone-message-types${suffix}.png`),
			fullPage: true,
		});
		await page.close();
	}
}

/** `npm run docs:pictures`: renders `docs/images/phone-*.png` and `message-gallery.png` from a running sandbox. The package and the phone page must be built. */
async function main(): Promise<void> {
	mkdirSync(IMAGES, { recursive: true });
	const sandbox = await startSandbox({ behavior: { window: 'open' } });
	const listener = await listen(sandbox);
	const browser = await launchBrowser();
	try {
		await conversation(browser, sandbox);
		await messageTypes(browser, sandbox);
		await messageGallery(browser);
	} finally {
		await browser.close();
		await sandbox.close();
		listener.close();
	}
}

main().catch((reason: unknown) => {
	process.stderr.write(
		`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
	);
	process.exitCode = 1;
});
