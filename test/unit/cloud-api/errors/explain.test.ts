import { graphError, readEnvelope } from '../../../../cloud-api/errors/envelope';
import { explain, explainCode } from '../../../../cloud-api/errors/explain';

describe('explain', () => {
	it('prefers the subcode', () => {
		expect(explain({ code: 190, subcode: 463 }).title).toBe('The access token has expired');
	});

	it("keeps Meta's message where it names a fact", () => {
		const details =
			'body: number of localizable_params (1) does not match the expected number of params (2)';
		const { title, fix } = explain({ code: 132000, details });
		expect(title).toBe('The number of parameter values does not match the template');
		expect(fix).toContain(`Meta says: “${details}”`);
	});

	it("puts Meta's message into the title of a code that covers many causes", () => {
		expect(
			explain({ code: 100, details: "Param text['body'] must be at most 4096 characters long." })
				.title,
		).toBe(
			"Meta does not accept one of the values: Param text['body'] must be at most 4096 characters long",
		);
	});

	it('prefers the message for users, which management requests contain', () => {
		const { title, fix } = explain({
			code: 100,
			subcode: 2388024,
			message: 'Invalid parameter',
			userMessage: 'There is already English content for this template.',
		});
		expect(title).toBe('A template with this name and language already exists');
		expect(fix).toContain('There is already English content for this template');
	});

	it('explains throttling briefly', () => {
		expect(
			explain({ code: 130429, details: 'Cloud API message throughput has been reached.' }).fix,
		).not.toContain('Meta says');
	});

	it.each([
		[
			{
				code: 100,
				subcode: 33,
				message:
					"Unsupported post request. Object with ID '1' does not exist, cannot be loaded due to missing permissions",
			},
			'The ID does not exist',
		],
		[
			{
				code: 100,
				message:
					'(#100) Tried accessing nonexisting field (message_templates) on node type (Business)',
			},
			'business portfolio',
		],
		[
			{
				code: 100,
				message:
					'(#100) Tried accessing nonexisting field (message_templates) on node type (WhatsAppBusinessPhoneNumber)',
			},
			'a different type',
		],
		[
			{ code: 100, message: 'API calls from the server require an appsecret_proof argument' },
			'app secret',
		],
		[{ code: 100, message: '(#100) Parameter name is missing or empty' }, 'named parameters'],
		[{ code: 131009, details: 'Template is syncing to the Marketing Messages API' }, 'not ready'],
		[{ code: 131009, details: 'Parameter value is not valid' }, 'one of the values'],
		[{ code: 133010, message: '(#133010) Account not registered' }, 'The sender is not registered'],
		[
			{ code: 133010, details: 'The recipient account is not registered' },
			'The recipient has no WhatsApp account',
		],
	])('reads the cause of %j', (rejection, title) => {
		expect(explain(rejection).title).toContain(title);
	});

	it.each([1, 101, 190])(
		'blames App ID and App Secret for code %i of a request that the app itself sent',
		(code) => {
			const message = 'Error validating application. Cannot get application info';
			const asApp = explain({ code, message, authentication: 'app' });
			expect(asApp.title).toBe('Meta does not accept the App ID and App Secret');
			expect(asApp.fix).toContain('The access token is not the cause');
		},
	);

	it('blames the access token for code 190 of every other request', () => {
		for (const authentication of ['bearer', 'oauth', undefined] as const) {
			expect(
				explain({ code: 190, message: 'Invalid OAuth access token', authentication }).title,
			).toBe('Meta does not accept the access token');
		}
	});

	it('suggests a template when the window is closed, and the list when a test number is used', () => {
		expect(explain({ code: 131047 }).fix).toContain('Send Template');
		expect(explain({ code: 131030 }).fix).toContain('API Setup');
	});

	it("keeps Meta's own words for a code that is new, without the code in front", () => {
		expect(explain({ code: 139999, message: '(#139999) Something new.' })).toMatchObject({
			code: 139999,
			title: 'Something new',
			retry: 'never',
		});
	});

	it('treats an unknown rejection with a temporary cause as transient', () => {
		expect(explain({ message: 'x', transient: true }).retry).toBe('transient');
		expect(explain({ message: 'x' }, 503).retry).toBe('transient');
	});

	it('explains errors of webhooks, whose codes may be text', () => {
		expect(explainCode('131026')).toMatchObject({ code: 131026, actor: 'recipient' });
		expect(explainCode('what').title).toBeTruthy();
	});
});

describe("secrets in Meta's messages", () => {
	const token = 'EAAG' + 'x1Y'.repeat(20);

	it('are removed', () => {
		const body = {
			error: {
				message: `Malformed access token ${token}`,
				code: 190,
				error_data: `access_token=${token}`,
			},
		};
		const thrown = graphError(body, 401);
		expect(JSON.stringify([thrown.message, thrown.description, thrown.details])).not.toContain(
			'x1Y',
		);
		expect(readEnvelope(body).message).toBe('Malformed access token …');
	});

	it('do not change other words', () => {
		const words =
			'Error validating access token: Session has expired on Sunday, 22-Nov-26 05:00:00 PST.';
		expect(readEnvelope({ error: { message: words } }).message).toBe(words);
	});
});
