import { withSandbox } from '../../support/withSandbox';
import { output } from './support';

const stage = withSandbox();

describe('what the token provides', () => {
	it('the accounts it can access, in the list', async () => {
		const { seed } = stage.sandbox;
		const { results } = await stage.engine.dynamic.listSearch('whatsAppCloud', 'searchAccounts');
		expect(results).toEqual([
			{
				name: `${seed.businessAccountName} (${seed.businessAccountId})`,
				value: seed.businessAccountId,
			},
		]);
	});

	it('the app that uploads a sample, if the credential contains none', async () => {
		const { engine, sandbox } = stage;
		const { accessToken, businessAccountId, phoneNumberId } = sandbox.seed;
		await engine.credentials.set('whatsAppCloudApi', {
			accessToken,
			businessAccountId,
			phoneNumberId,
			baseUrl: sandbox.url,
		});
		const [submitted] = await output(stage, 'template', 'submit', {
			name: 'order_update',
			category: 'UTILITY',
			language: 'en_US',
			body: 'Your order is on its way.',
			header: 'IMAGE',
			headerBinary: 'picture',
		});
		expect(submitted.status).toBe('PENDING');
	});
});
