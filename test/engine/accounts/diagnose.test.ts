/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { output } from './support';

const stage = withSandbox();
const DAY = 86_400_000;
const PAGE = path.join(__dirname, '../../../docs/diagnose.md');

/** An account that is broken in one way, and the finding that names the cause. */
interface Broken {
	what: string;
	breakIt(): Promise<ICredentialDataDecryptedObject | void>;
	check: string;
	status: 'failed' | 'warning';
	found: RegExp;
	fix: RegExp;
	/** The verdict names it. */
	first?: boolean;
}

const seed = () => stage.sandbox.seed;

async function newToken(token: object): Promise<ICredentialDataDecryptedObject> {
	return { accessToken: (await stage.control.addToken(token)).token };
}

async function deadToken(subcode: number): Promise<ICredentialDataDecryptedObject> {
	const { token } = await stage.control.addToken({});
	await stage.control.invalidateToken(token, subcode);
	return { accessToken: token };
}

const BROKEN: Broken[] = [
	{
		what: 'The token has expired',
		breakIt: async () => {
			const token = await newToken({ expiresAt: Date.now() + DAY });
			await stage.control.advance(2 * DAY);
			return token;
		},
		check: 'Access token',
		status: 'failed',
		found: /expired/i,
		fix: /system user/,
	},
	{
		what: 'The password of the token’s owner was changed',
		breakIt: async () => await deadToken(460),
		check: 'Access token',
		status: 'failed',
		found: /password/i,
		fix: /system user/,
	},
	{
		what: 'The token was copied incompletely',
		breakIt: async () => ({ accessToken: seed().accessToken.slice(0, -5) }),
		check: 'Access token',
		status: 'failed',
		found: /token|valid/i,
		fix: /token/i,
	},
	{
		what: 'The token expires in three days',
		breakIt: async () => ({
			...(await newToken({ expiresAt: Date.now() + 3 * DAY })),
			renewAutomatically: false,
		}),
		check: 'Token expiry',
		status: 'warning',
		found: /expires on .* in [23] days/,
		fix: /Renew Token Automatically/,
	},
	{
		what: 'A permission is missing',
		breakIt: async () =>
			await newToken({ scopes: ['whatsapp_business_management', 'business_management'] }),
		check: 'Permissions',
		status: 'failed',
		found: /lacks whatsapp_business_messaging/,
		fix: /select whatsapp_business_messaging/,
	},
	{
		what: 'The token belongs to another app',
		breakIt: async () => {
			const app = await stage.control.addApp({ name: 'Another' });
			return { appId: app.id, appSecret: '' };
		},
		check: 'App ID',
		status: 'failed',
		found: /belongs to app \d+, but the credential contains app \d+/,
		fix: /app/,
	},
	{
		what: 'The app secret is wrong',
		breakIt: async () => ({ appSecret: 'f'.repeat(32) }),
		check: 'App secret',
		status: 'failed',
		found: /does not match/,
		fix: /App settings → Basic/,
		first: true,
	},
	{
		what: 'The portfolio ID is entered as the account ID',
		breakIt: async () => ({ businessAccountId: seed().businessId }),
		check: 'WhatsApp Business Account ID',
		status: 'failed',
		found: /business portfolio/,
		fix: /API Setup/,
	},
	{
		what: 'The phone number ID is entered as the account ID',
		breakIt: async () => ({ businessAccountId: seed().phoneNumberId }),
		check: 'WhatsApp Business Account ID',
		status: 'failed',
		found: /phone number/,
		fix: /API Setup/,
	},
	{
		what: 'The phone number is entered as its ID',
		breakIt: async () => ({ phoneNumberId: seed().displayPhoneNumber.replace(/\D/g, '') }),
		check: 'Phone number ID',
		status: 'failed',
		found: /is the phone number, not its ID/,
		fix: /Enter \d+/,
	},
	{
		what: 'The phone number belongs to another account',
		breakIt: async () => {
			const account = await stage.control.addAccount({ name: 'Another' });
			const { id } = await stage.control.addNumber({
				businessAccountId: account.id,
				displayPhoneNumber: '+1 555-010-0999',
			});
			return { phoneNumberId: id };
		},
		check: 'Phone number ID',
		status: 'failed',
		found: /no phone number with this ID/,
		fix: /numbers of the account are: \d+/,
	},
	{
		what: 'The phone number is not registered',
		breakIt: async () =>
			await stage.control.changeNumber(seed().phoneNumberId, { registered: false }),
		check: 'Registration',
		status: 'failed',
		found: /not registered/,
		fix: /Phone Number → Register/,
	},
	{
		what: 'The phone number was registered again after its key was set',
		breakIt: async () => {
			await output(stage, 'phoneNumber', 'setEncryptionKey', {});
			await output(stage, 'phoneNumber', 'deregister', {});
			await output(stage, 'phoneNumber', 'register', { pin: '123456' });
		},
		check: 'Encryption key',
		status: 'failed',
		found: /no longer valid/,
		fix: /Phone Number → Set Encryption Key/,
	},
	{
		what: 'The quality rating of the phone number is low',
		breakIt: async () => await stage.control.changeNumber(seed().phoneNumberId, { quality: 'RED' }),
		check: 'Quality rating',
		status: 'warning',
		found: /Low/,
		fix: /opt-out/,
	},
	{
		what: 'The display name was rejected',
		breakIt: async () =>
			await stage.control.changeNumber(seed().phoneNumberId, { nameStatus: 'DECLINED' }),
		check: 'Display name',
		status: 'warning',
		found: /rejected/,
		fix: /Change Display Name/,
	},
	{
		what: 'The account is restricted',
		breakIt: async () =>
			await stage.control.changeAccount(seed().businessAccountId, { restricted: true }),
		check: 'Account health',
		status: 'failed',
		found: /restricted/,
		fix: /review/i,
	},
	{
		what: 'No payment method is attached',
		breakIt: async () =>
			await stage.control.changeAccount(seed().businessAccountId, { paymentMethod: false }),
		check: 'Payment method',
		status: 'warning',
		found: /No payment method/,
		fix: /Payment settings/,
	},
	{
		what: 'The app is not subscribed to the account',
		breakIt: async () =>
			await stage.control.changeAccount(seed().businessAccountId, { subscribed: false }),
		check: 'Account subscription',
		status: 'failed',
		found: /not subscribed/,
		fix: /Trigger/,
	},
	{
		what: 'No trigger is registered',
		breakIt: async () => undefined,
		check: 'Webhook',
		status: 'failed',
		found: /No callback URL is registered/,
		fix: /Publish \(activate\) a workflow/,
	},
	{
		what: 'The callback URL belongs to another program',
		breakIt: async () => await pointWebhookElsewhere(),
		check: 'Webhook',
		status: 'warning',
		found: /not this n8n/,
		fix: /Register For: Phone Number/,
	},
	{
		what: 'The Graph API version is no longer supported',
		breakIt: async () => ({ graphVersion: 'v20.0' }),
		check: 'Graph API version',
		status: 'failed',
		found: /ended on/,
		fix: /newer version/,
	},
];

async function diagnose(change: ICredentialDataDecryptedObject | void, fix: IDataObject = {}) {
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		...change,
	});
	return await output(stage, 'account', 'diagnose', { fix } as never);
}

/** Somebody else's server, which verifies and is registered for the app. */
async function pointWebhookElsewhere(): Promise<void> {
	const { url, seed: own } = stage.sandbox;
	await axios.post(
		`${url}/v25.0/${own.appId}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: `${elsewhere.url}/hook`,
			verify_token: 'theirs',
			fields: 'messages',
		},
		{ headers: { Authorization: `Bearer ${own.appId}|${own.appSecret}` } },
	);
}

const elsewhere = { url: '', server: undefined as Server | undefined };

beforeAll(async () => {
	const server = createServer((request, response) => {
		response.end(new URL(request.url ?? '/', 'http://x').searchParams.get('hub.challenge') ?? '');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	elsewhere.server = server;
	elsewhere.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => elsewhere.server?.close());

it.each(BROKEN.map((broken) => [broken.what, broken] as const))('%s', async (_what, broken) => {
	const findings = await diagnose(await broken.breakIt());
	const finding = findings.find(
		({ check, status }) => check === broken.check && status === broken.status,
	);
	expect({ findings, finding }).toMatchObject({
		finding: {
			found: expect.stringMatching(broken.found),
			fix: expect.stringMatching(broken.fix),
		},
	});
	expect(findings[0]).toMatchObject({
		check: 'Verdict',
		found: expect.stringMatching(/\.$/),
	});
	if (broken.first) expect(String(findings[0].found)).toContain(broken.check);
	const failing = findings.filter(({ status }) => status === 'failed');
	if (broken.status === 'failed') expect(failing.map(({ check }) => check)).toContain(broken.check);
	const text = JSON.stringify(findings);
	expect(text).not.toContain(seed().accessToken);
	expect(text).not.toContain(seed().appSecret);
	// The editor's table shows a missing or empty value in red.
	const values = findings.flatMap((finding) => Object.values(finding));
	expect(values.filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
});

it('passes all checks for a complete setup with an active trigger', async () => {
	const listener = await stage.engine.listen();
	const trigger = stage.engine.trigger({
		name: 'Healthy',
		nodes: [
			{
				id: '1',
				name: 'Trigger',
				type: 'n8n-nodes-whatsapp-cloud.whatsAppCloudTrigger',
				typeVersion: 2,
				position: [0, 0],
				webhookId: 'b3a0c6c1-6a5e-4bb5-8f2f-0d5e6d9f4c11',
				parameters: {},
				credentials: { whatsAppCloudApi: { id: 'whatsAppCloudApi', name: 'WhatsApp' } },
			},
		],
		connections: {},
	} as never);
	await trigger.activate();
	const findings = await diagnose(undefined);
	expect(findings.filter(({ status }) => status === 'failed')).toEqual([]);
	expect(findings.find(({ check }) => check === 'Webhook answer')).toMatchObject({ status: 'ok' });
	await trigger.deactivate();
	const without = await diagnose(undefined);
	expect(without[0].found).toMatch(/Setup incomplete/);
	await listener.close();
});

it('applies the fixes that are added', async () => {
	const { businessAccountId, phoneNumberId } = seed();
	await stage.control.changeNumber(phoneNumberId, { registered: false });
	await stage.control.changeAccount(businessAccountId, { subscribed: false });
	await diagnose(undefined, { subscribe: true, registerPin: '123456' });
	const findings = await diagnose(undefined);
	for (const check of ['Registration', 'Account subscription']) {
		expect(findings.find((finding) => finding.check === check)).toMatchObject({ status: 'ok' });
	}
});

it('matches docs/diagnose.md (UPDATE_DOCS=1 updates it)', async () => {
	const rows: string[] = [];
	for (const broken of BROKEN) {
		await stage.control.reset();
		const findings = await diagnose(await broken.breakIt());
		const { check, found, fix } =
			findings.find((one) => one.check === broken.check && one.status === broken.status) ?? {};
		rows.push(
			`| ${broken.what} | ${String(check)} | ${neutral(String(found))} | ${neutral(String(fix))} |`,
		);
	}
	const page = [
		'# What Diagnose checks',
		'',
		'**Account → Diagnose** returns the verdict with the most important fix, then one item per check (`check`, `status` ok / warning / failed / skipped, `found`, `fix`, `about`: the account or phone number). It checks all accounts and phone numbers that the token can access, or one that you choose, and names what it could not check. It changes nothing unless you add a **Fix**: subscribe the app to accounts, or register phone numbers with a PIN.',
		'',
		'This table is generated by a test that breaks an account in each of these ways and runs the operation.',
		'',
		'| Problem | Check | Finding | Fix |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
		'Diagnose requests the callback URL from this n8n. To find out whether Meta can reach it from the internet, publish a workflow: Meta calls the URL when it is registered. Diagnose cannot detect whether the Meta app is Live. Check that yourself if all checks pass and nothing arrives.',
		'',
	].join('\n');
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
	expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

/** Without what differs from run to run; different IDs stay different. */
function neutral(text: string): string {
	const ids: string[] = [];
	const idOf = (id: string) => {
		if (!ids.includes(id)) ids.push(id);
		return String(100_000_000_000_001 + ids.indexOf(id));
	};
	return text
		.replace(/\d{4}-\d{2}-\d{2}, in [23] days/, '2026-11-25, in 3 days')
		.replaceAll(elsewhere.url, 'https://other.example.com')
		.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://n8n.example.com')
		.replace(/\b\d{15,16}\b/g, idOf)
		.replace(/\|/g, '\\|');
}
