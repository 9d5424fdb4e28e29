import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { connectedCredentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const MINUTE = 60_000;
const ANA = '+15550100201';

async function hintsAfter(
	parameters: INodeParameters = {},
	items: INodeExecutionData[] = [{ json: {} }],
) {
	const result = await stage.engine.runNode(
		'whatsAppCloud',
		{ resource: 'message', operation: 'sendText', recipient: ANA, text: 'Hi', ...parameters },
		items,
		{ onError: 'continueRegularOutput' },
	);
	return result.hints().map(({ message, type, location }) => {
		expect([type, location]).toEqual(['warning', 'outputPane']);
		return message;
	});
}

describe('a hint above the output', () => {
	it.each([
		[131042, /^2 of 3 items: .*payment/i],
		[132015, /^2 of 3 items: .*paused/i],
		[133010, /^2 of 3 items: .*not registered.*Register/is],
	])('says once why items failed with code %s, and how to fix it', async (code, words) => {
		await stage.control.addFault({ path: '*/messages', times: 2, error: { code } });
		const items = [1, 2, 3].map((index) => ({ json: { index } }));
		const hints = await hintsAfter({}, items);
		expect(hints).toHaveLength(1);
		expect(hints[0]).toMatch(words);
	});

	it('is not shown after a run in which all is well', async () => {
		const windowExpiresAt = new Date(Date.now() + 180 * MINUTE).toISOString();
		expect(await hintsAfter({}, [{ json: { windowExpiresAt } }])).toEqual([]);
	});

	it('says that a customer service window closes within two hours', async () => {
		const windowExpiresAt = new Date(Date.now() + 40 * MINUTE).toISOString();
		const [hint] = await hintsAfter({}, [{ json: { windowExpiresAt } }]);
		expect(hint).toMatch(
			/^The customer service window of a customer closes soon, the first in 40 minutes\./,
		);
	});

	it('says that a token of the login dialog is about to expire', async () => {
		const data = connectedCredentialData(stage.sandbox);
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const oauthTokenData = {
			...data.oauthTokenData,
			n8n_expires_at: String(Date.now() + 50 * 60 * MINUTE),
		};
		await stage.engine.credentials.set('whatsAppCloudOAuth2Api', {
			...data,
			phoneNumberId,
			businessAccountId,
			oauthTokenData,
		});
		expect(await hintsAfter({ authentication: 'oAuth2' })).toEqual([
			'The access token expires in 2 days. Open the credential in n8n and click "Reconnect" (n8n 2.x: "Switch account").',
		]);
	});

	it('never shows a secret', async () => {
		await stage.control.addFault({ path: '*/messages', error: { code: 190 } });
		expect(JSON.stringify(await hintsAfter())).not.toContain(stage.sandbox.seed.accessToken);
	});
});
