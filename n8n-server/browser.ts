/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

import { chromiumPath } from './debianPackages';
import { owner } from './n8nClient';

/** Chromium without its sandbox (the user may be root) and without background requests. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts Debian's Chromium, headless. */
export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}

/** Opens a page of n8n's editor with the owner signed in. Blocks requests to other machines. */
export async function signedInPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	await page.goto(`${url}/signin`);
	await page
		.locator('input[type="email"], input[name="email"], input[name="emailOrLdapLoginId"]')
		.fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.locator('button:has-text("Sign in")').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}

/** Saves a screenshot of the page in build/screenshots. */
export async function screenshot(page: Page, name: string): Promise<void> {
	const folder = path.join(__dirname, '..', 'build', 'screenshots');
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
