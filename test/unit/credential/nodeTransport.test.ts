import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Authentication } from '../../../cloud-api/transport';
import { PRIVATE_HEADERS } from '../../../nodes/shared/authorization';
import { tidyCredential } from '../../../nodes/shared/credential';
import { nodeTransport, type HttpContext } from '../../../nodes/shared/nodeTransport';
import { credential } from './meta';

type Answer = { status?: number; body: unknown } | Error;
const refusal = (code: number, message = 'refused') => ({
	status: 400,
	body: { error: { code, message } },
});

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
	const transport = nodeTransport(context, tidyCredential(credential(more)));
	const outcome = await transport({
		method: 'POST',
		url: 'https://graph.facebook.com/v25.0/1/messages',
		body: {},
		authentication: way,
	}).then(
		({ status, body }) => ({ status, body }),
		(error: { details: object }) => error.details,
	);
	const renewals = sent.filter(({ headers }) => headers?.[PRIVATE_HEADERS.renew] !== undefined);
	return { outcome, tries: sent.length, renewals: renewals.length };
}
const accepted = { body: { id: '1' } };

describe('a refused token', () => {
	it('is renewed, and the request sent once more', async () => {
		expect(await send([refusal(190), accepted])).toEqual({
			outcome: { status: 200, body: { id: '1' } },
			tries: 2,
			renewals: 1,
		});
	});

	it.each<[string, { way?: Authentication } & IDataObject]>([
		['the request did not use it', { way: 'none' }],
		['the app itself asked', { way: 'app' }],
		['renewal is switched off', { renewAutomatically: false }],
		['there is no app ID', { appId: '' }],
		['there is no app secret', { appSecret: '' }],
	])('is told as it is when %s', async (_, more) => {
		const { outcome, tries } = await send([refusal(190), accepted], more);
		expect(outcome).toMatchObject({ body: { error: { code: 190 } } });
		expect(tries).toBe(1);
	});

	it('is no other refusal', async () => {
		expect((await send([refusal(131026), accepted])).tries).toBe(1);
	});

	it('is told as it is when the renewal came to nothing', async () => {
		const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
		expect((await send([refusal(190), refused])).outcome).toMatchObject({
			body: { error: { code: 190 } },
		});
	});

	it('leaves the outcome unknown when the answer to the repetition was lost', async () => {
		const lost = Object.assign(new Error('x'), { code: 'ECONNRESET' });
		expect((await send([refusal(190), lost])).outcome).toMatchObject({ outcome: 'unknown' });
	});
});

it('a demanded proof of the app secret is given, without renewing anything', async () => {
	const demand = refusal(100, 'API calls from the server require an appsecret_proof argument');
	expect(await send([demand, accepted], { appId: '902' })).toMatchObject({ tries: 2, renewals: 0 });
	const another = refusal(100, 'Invalid parameter');
	expect((await send([another, accepted], { appId: '903' })).tries).toBe(1);
	const wrong = refusal(190, 'requires an appsecret_proof');
	expect((await send([wrong, accepted], { appId: '904' })).renewals).toBe(1);
});

it('no secret that Meta quotes is passed on, and short ones change no words', async () => {
	const said = 'Malformed token EAA-very-secret of secret the app secret, was the old secret';
	const { outcome } = await send([refusal(1, said)], {
		accessToken: 'EAA-very-secret',
		appSecret: 'the app secret',
		previousAppSecret: 'old',
	});
	expect(outcome).toMatchObject({
		body: { error: { message: 'Malformed token [hidden] of secret [hidden], was the old secret' } },
	});
});
