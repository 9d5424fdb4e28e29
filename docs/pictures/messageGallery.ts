/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { credentialData } from '../../demo/sandboxCredential';
import { createEngine, readWorkflow } from '../../engine';
import { startSandbox } from '../../sandbox/index';
import { ready } from './ready';

const ROOT = path.join(__dirname, '../..');

/**
 * Runs `examples/message-gallery.json` in n8n's engine and draws what the customers' phones received as
 * `docs/images/message-gallery.png`. The package and the phone page must be built.
 */
export async function messageGallery(browser: Browser): Promise<void> {
	const sandbox = await startSandbox({ behavior: { calling: true, window: 'open' } });
	const engine = await createEngine({
		credentials: { whatsAppCloudApi: credentialData(sandbox) },
	});
	try {
		const { id: indianSender } = await sandbox.control.addNumber({
			displayPhoneNumber: '+91 99999 00100',
			verifiedName: sandbox.seed.verifiedName,
		});
		await sandbox.control
			.customer('919999900203')
			.send({ type: 'text', text: 'Hi', phoneNumberId: indianSender });
		const workflow = await readWorkflow(path.join(ROOT, 'examples/message-gallery.json'));
		const filled = JSON.stringify(workflow)
			.replace(
				'"name":"indianSender","value":""',
				`"name":"indianSender","value":"${indianSender}"`,
			)
			.replace(
				'"name":"indianRecipient","value":""',
				'"name":"indianRecipient","value":"+919999900203"',
			);
		const { error } = await engine.run(JSON.parse(filled) as typeof workflow);
		if (error) throw error;
		const sent = await sandbox.control.messages({ direction: 'outgoing' });
		const shown = sent.filter(({ type }) => type !== 'reaction');
		for (const { id } of shown) await sandbox.control.waitForStatus(id, 'read');
		const messages = (await sandbox.control.messages({ direction: 'outgoing' })).filter(
			({ type }) => type !== 'reaction',
		);
		const preview = Buffer.from(JSON.stringify(messages)).toString('base64url');
		const page = await browser.newPage({ viewport: { width: 1140, height: 800 } });
		await page.goto(`${sandbox.phoneUrl}?theme=light&columns=4#preview=${preview}`);
		await ready(page);
		await page.screenshot({
			path: path.join(ROOT, 'docs/images/message-gallery.png'),
			fullPage: true,
		});
	} finally {
		await engine.close();
		await sandbox.close();
	}
}
