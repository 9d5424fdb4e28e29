import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Authentication } from '../../../../cloud-api/transport';
import { PRIVATE_HEADERS } from '../../../../nodes/shared/authorization';
import { tidyCredential } from '../../../../nodes/shared/credential';
import { n8nTransport, type HttpContext } from '../../../../nodes/shared/n8nTransport';
import { authenticate } from '../../../../nodes/shared/authenticate';
import { credential } from './meta';

type Answer = { status?: number; body: unknown } | Error;
const rejection = (code: number, message = 'rejected') => ({
	status: 400,
	body: { error: { code, message } },
});

/** n8n asks the credential, which releases the request unless its token must be renewed first. */
async function releases(request: IHttpRequestOptions): Promise<void> {
	await authenticate(credential({ renewAutomatically: false }) as never, request);
}

/** Sends one request; n8n's helper answers with these in turn. */
async function send(
	answers: Answer[],
	{ way = 'bearer', ...more }: { way?: Authentication } & IDataObject = {},
) {
	const sent: IHttpRequestOptions[] = [];
	const context = {
		helpers: {
			httpRequestWithAuthentication: async (_: string, request: IHttpRequestOptions) => {
				sent.push(request);
				await releases(request);
				const answer = answers[sent.length - 1];
				if (answer instanceof Error) return await Promise.reject<object>(answer);
				return await Promise.resolve({
					statusCode: answer.status ?? 200,
					headers: {},
					body: answer.body,
				});
			},
		},
	} as unknown as HttpContext;
	const transport = n8nTransport(context, tidyCredential(credential(more)));
	const outcome = await transport({
		method: 'POST',
		url: 'https://graph.facebook.com/v25.0/1/messages',
		body: {},
		authentication: way,
		message: { phoneNumberId: '1', recipient: '15550100201' },
	}).then(
		({ status, body }) => ({ status, body }),
		(error: { details: object }) => error.details,
	);
	const renewals = sent.filter(({ headers }) => headers?.[PRIVATE_HEADERS.renew] !== undefined);
	return { outcome, tries: sent.length, renewals: renewals.length };
}
const accepted = { body: { id: '1' } };

describe('a rejected token', () => {
	it('is renewed, and the request sent once more', async () => {
		expect(await send([rejection(190), accepted])).toEqual({
			outcome: { status: 200, body: { id: '1' } },
			tries: 2,
			renewals: 1,
		});
	});

	it.each<[string, { way?: Authentication } & IDataObject]>([
		['the request did not use it', { way: 'none' }],
		['the app itself sent the request', { way: 'app' }],
		['automatic renewal is off', { renewAutomatically: false }],
		['there is no app ID', { appId: '' }],
		['there is no app secret', { appSecret: '' }],
	])('is reported unchanged if %s', async (_, more) => {
		const { outcome, tries } = await send([rejection(190), accepted], more);
		expect(outcome).toMatchObject({ body: { error: { code: 190 } } });
		expect(tries).toBe(1);
	});

	it('is not any other rejection', async () => {
		expect((await send([rejection(131026), accepted])).tries).toBe(1);
	});

	it('is reported unchanged if the renewal failed', async () => {
		const rejected = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
		expect((await send([rejection(190), rejected])).outcome).toMatchObject({
			body: { error: { code: 190 } },
		});
	});

	it('leaves the outcome unknown when the answer to the retry was lost', async () => {
		const lost = Object.assign(new Error('x'), { code: 'ECONNRESET' });
		expect((await send([rejection(190), lost])).outcome).toMatchObject({ outcome: 'unknown' });
	});
});

it('a required proof of the app secret is added, without a renewal', async () => {
	const demand = rejection(100, 'API calls from the server require an appsecret_proof argument');
	expect(await send([demand, accepted], { appId: '902' })).toMatchObject({ tries: 2, renewals: 0 });
	const another = rejection(100, 'Invalid parameter');
	expect((await send([another, accepted], { appId: '903' })).tries).toBe(1);
	const wrong = rejection(190, 'requires an appsecret_proof');
	expect((await send([wrong, accepted], { appId: '904' })).renewals).toBe(1);
});

it('no secret that Meta quotes is returned, and short ones change no words', async () => {
	const said = 'Malformed token EAA-very-secret of secret the app secret, was the old secret';
	const { outcome } = await send([rejection(1, said)], {
		accessToken: 'EAA-very-secret',
		appSecret: 'the app secret',
		previousAppSecret: 'old',
	});
	expect(outcome).toMatchObject({
		body: { error: { message: 'Malformed token [hidden] of secret [hidden], was the old secret' } },
	});
});
