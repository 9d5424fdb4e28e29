/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { Business } from '../../../docs/pictures/business';
import { launchBrowser } from '../../../n8n-server/browser';
import type { MessageView } from '../../../sandbox/control/types';
import { startSandbox, type Sandbox } from '../../../sandbox/index';

const ROOT = path.join(__dirname, '..', '..', '..');

/** The phone page in Chromium, on a sandbox of its own. `page` and what it shows are new for every test. */
export interface Phone {
	sandbox: Sandbox;
	business: Business;
	browser: Browser;
	page: Page;
	/** wa_id of the customer whose chat is open. */
	customer: string;
	/** What the page has complained of: exceptions and console errors. */
	complaints: string[];
	/** Folder of the built page. */
	pageFiles: string;
	/** Opens the page on a customer's chat. */
	open(customer?: string, query?: string): Promise<Page>;
	/** A message in the chat, once it has this status if one is given. */
	message(id: string, status?: string): Locator;
	/** The newest message of this type that a customer has sent; waits for it. */
	incoming(type: string): Promise<MessageView>;
	/** The business on another of its numbers. */
	businessAt(phoneNumberId: string): Business;
}

/** Builds the page, starts Chromium once and a sandbox for every test; all of it ends with the tests. */
export function usePhone(): Phone {
	const phone = { complaints: [] as string[] } as Phone;
	phone.open = async (customer = phone.customer, query = '') => {
		const { phoneUrl, seed } = phone.sandbox;
		await phone.page.goto(`${phoneUrl}${query}#${customer}@${seed.phoneNumberId}`);
		await phone.page.getByRole('log').waitFor();
		return phone.page;
	};
	phone.message = (id, status) =>
		phone.page.locator(`[id="message-${id}"]${status ? `[data-status="${status}"]` : ''}`);
	phone.incoming = async (type) =>
		await phone.sandbox.control.waitForMessage(
			(message) => message.direction === 'incoming' && message.type === type,
		);
	phone.businessAt = (phoneNumberId) => new Business(phone.sandbox, phoneNumberId);
	beforeAll(async () => {
		phone.pageFiles = mkdtempSync(path.join(tmpdir(), 'phone-'));
		const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
		const config = path.join(ROOT, 'sandbox', 'phone', 'vite.config.mts');
		const args = [vite, 'build', '--config', config, '--outDir', phone.pageFiles];
		await promisify(execFile)(process.execPath, args, { cwd: ROOT });
		phone.browser = await launchBrowser();
	}, 120_000);
	beforeEach(async () => {
		phone.sandbox = await startSandbox({
			phoneRoot: phone.pageFiles,
			behavior: { window: 'seeded' },
		});
		phone.business = new Business(phone.sandbox);
		phone.customer = phone.sandbox.seed.customers[0].waId;
		phone.complaints.length = 0;
		phone.page = await phone.browser.newPage({ viewport: { width: 1400, height: 940 } });
		phone.page.setDefaultTimeout(15_000);
		phone.page.on('pageerror', ({ message }) => phone.complaints.push(message));
		phone.page.on(
			'console',
			(line) => line.type() === 'error' && phone.complaints.push(line.text()),
		);
	});
	afterEach(async () => {
		await phone.page?.close();
		await phone.sandbox?.close();
	});
	afterAll(async () => {
		await phone.browser?.close();
		rmSync(phone.pageFiles, { recursive: true, force: true });
	});
	return phone;
}
