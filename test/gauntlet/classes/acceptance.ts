/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { credentialData } from '../../../demo/sandboxCredential';
import { createEngine, oneNode } from '../../../engine';
import { signatureOf } from '../../../cloud-api/webhooks/signature';
import { startSandbox } from '../../../sandbox';
import type { AttackClass } from '../gauntlet';

/** Meta comes again for days. */
const TRIES = 40;
const HANG_UPS = 8;

/** A slow database that fails at times, and a Meta that hangs up and delivers again: each message runs once. */
export const acceptance: AttackClass = {
	name: 'Acceptance',
	async run(gauntlet) {
		const { random } = gauntlet;
		const sandbox = await startSandbox();
		const credential = credentialData(sandbox);
		const engine = await createEngine({ credentials: { whatsAppCloudApi: credential } });
		const { appSecret } = credential;
		try {
			await engine.listen();
			const node = oneNode(
				'whatsAppCloudTrigger',
				{ registerFor: 'manual', verifyToken: 'verify' },
				{ name: 'Trigger', id: 'node', webhookId: 'hook' },
			);
			const trigger = engine.trigger({ id: 'acceptance', name: 'acceptance', ...node });
			await trigger.activate();
			engine.executions.store = async () => {
				await delay(random.int(200));
				if (random.next() < 0.4) throw new Error('The database does not answer');
			};
			for (let round = 0; round < gauntlet.times(20); round++) {
				const ids = Array.from({ length: 10 }, (_, index) => `wamid.${round}-${index}`);
				await Promise.all(ids.map(async (id) => await insist(trigger.url(), id)));
				// What was hung up on is stored later.
				await delay(300);
				for (const id of ids) {
					const count = engine.executions.all.filter(({ result }) =>
						JSON.stringify(result?.json('Trigger') ?? []).includes(`"${id}"`),
					).length;
					gauntlet.check(count === 1, () => `${id} has ${count} executions`);
				}
			}
		} finally {
			await engine.close();
			await sandbox.close();
		}

		/** Delivers until it is answered with 200, as Meta does, hanging up at times. */
		async function insist(url: string, id: string): Promise<void> {
			for (let attempt = 0; attempt < TRIES; attempt++) {
				const patience = attempt >= HANG_UPS || random.next() < 0.3 ? 10_000 : 20 + random.int(150);
				if ((await deliver(url, messageOf(id), appSecret, patience)) === 200) return;
			}
		}
	},
};

/** Resolves to the status, or to nothing when the patience ends first. */
async function deliver(
	url: string,
	body: string,
	appSecret: string,
	patienceMs: number,
): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const headers = {
			'content-type': 'application/json',
			'x-hub-signature-256': signatureOf(body, appSecret),
		};
		const call = request(url, { method: 'POST', headers }, (answer) => {
			answer.resume();
			answer.once('end', () => resolve(answer.statusCode));
		});
		call.on('error', () => resolve(undefined));
		call.end(body);
		setTimeout(() => call.destroy(), patienceMs).unref();
		call.once('close', () => resolve(undefined));
	});
}

function messageOf(id: string): string {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100100', phone_number_id: '1' },
		messages: [
			{ from: '15550100201', id, timestamp: '1749416383', type: 'text', text: { body: 'Hi' } },
		],
	};
	const entry = [{ id: '2', changes: [{ field: 'messages', value }] }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry });
}
