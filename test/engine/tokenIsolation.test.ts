import type { INodeParameters } from 'n8n-workflow';
import { createEngine, type Engine } from '../../engine';
import { GraphApi } from '../../cloud-api/graph';
import type { TransportRequest } from '../../cloud-api/transport';
import { startApiDouble, type Answer, type ApiCall } from '../support/apiDouble';

const TOKEN = 'EAA-token-of-the-test';
const BYTES = { 'Content-Type': 'application/octet-stream' };

let engine: Engine;
/** Where the credential leads, and somebody else. */
let home: Awaited<ReturnType<typeof startApiDouble>>;
let stranger: Awaited<ReturnType<typeof startApiDouble>>;
let answer: (call: ApiCall) => Answer;

beforeAll(async () => {
	home = await startApiDouble((call) => answer(call));
	stranger = await startApiDouble(() => ({ headers: BYTES, body: { data: [] } }));
	engine = await createEngine({
		credentials: {
			whatsAppCloudApi: {
				accessToken: TOKEN,
				phoneNumberId: '106540352242922',
				businessAccountId: '102290129340398',
				baseUrl: home.url,
			},
			whatsAppCloudOAuth2Api: {
				appId: '634974688087057',
				appSecret: 'app-secret-of-the-test',
				oauthTokenData: { access_token: TOKEN },
				phoneNumberId: '106540352242922',
				businessAccountId: '102290129340398',
				baseUrl: home.url,
			},
		},
	});
});

beforeEach(() => {
	home.calls.length = 0;
	stranger.calls.length = 0;
});

afterAll(async () => {
	await engine.close();
	await home.close();
	await stranger.close();
});

let authentication: string;
const run = async (parameters: INodeParameters) =>
	await engine.runNode('whatsAppCloud', { authentication, ...parameters });
const download = async () =>
	await run({
		resource: 'media',
		operation: 'download',
		mediaId: '1037543291543636',
	});
const tokens = ({ calls }: typeof home) => calls.map(({ headers }) => headers.authorization);
const media = (url: string): Answer => ({
	body: { id: '1037543291543636', url, mime_type: 'image/png', sha256: '', file_size: '2' },
});

describe.each(['accessToken', 'oAuth2'])('the token of the authentication %s', (kind) => {
	beforeEach(() => {
		authentication = kind;
	});

	it('is sent with a file request under the Base URL', async () => {
		answer = ({ url }) => (url === '/file' ? { headers: BYTES } : media(`${home.url}/file`));
		expect((await download()).error).toBeUndefined();
		expect(tokens(home)).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
	});

	it('is not sent to another host of a file', async () => {
		answer = () => media(`${stranger.url}/file`);
		expect((await download()).error).toBeUndefined();
		expect(tokens(stranger)).toEqual([undefined]);
		expect(JSON.stringify(stranger.calls)).not.toMatch(/EAA-token|app-secret/);
	});

	it('is not sent to the host that a file is redirected to', async () => {
		answer = ({ url }) =>
			url === '/file'
				? { status: 302, headers: { Location: `${stranger.url}/elsewhere` } }
				: media(`${home.url}/file`);
		await download();
		expect(tokens(stranger)).toEqual([undefined]);
		expect(JSON.stringify(stranger.calls)).not.toMatch(/EAA-token|app-secret/);
	});

	it('is not followed by a redirected call: only files are redirected', async () => {
		answer = () => ({ status: 302, headers: { Location: `${stranger.url}/elsewhere` } });
		const result = await run({
			resource: 'user',
			operation: 'getAll',
		});
		expect(result.error?.message).toContain('answered with HTTP 302');
		expect(stranger.calls).toEqual([]);
	});

	it('is not sent to another URL with a message, which is never redirected', async () => {
		answer = () => ({ status: 307, headers: { Location: `${stranger.url}/elsewhere` } });
		const result = await run({
			resource: 'message',
			operation: 'sendText',
			recipient: '+15550100201',
			text: 'Hi',
		});
		expect(result.error?.message).toContain('answered with HTTP 307');
		expect(result.error?.context).toMatchObject({ outcome: 'rejected' });
		expect(stranger.calls).toEqual([]);
	});

	it('is not sent to the URL of a next page: the cursor is requested from the Base URL', async () => {
		const user = (waId: string) => [{ wa_id: waId }];
		answer = ({ url }) =>
			url.includes('after=two')
				? { body: { data: user('15550100202') } }
				: {
						body: {
							data: user('15550100201'),
							paging: {
								cursors: { after: 'two' },
								next: `${stranger.url}/v25.0/106540352242922/block_users?after=two`,
							},
						},
					};
		const result = await run({
			resource: 'user',
			operation: 'getAll',
			returnAll: true,
		});
		expect(result.json()).toEqual([{ waId: '15550100201' }, { waId: '15550100202' }]);
		expect(stranger.calls).toEqual([]);
	});
});

describe('the access token', () => {
	it.each<[string, TransportRequest['authentication']]>([
		['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', 'bearer'],
		['https://graph.facebook.com/file', 'bearer'],
		['https://mmg.whatsapp.net/file', 'bearer'],
		['http://lookaside.fbsbx.com/file', 'none'],
		['https://lookaside.fbsbx.com.example.com/file', 'none'],
		['https://notfacebook.com/file', 'none'],
		['https://example.com/facebook.com', 'none'],
		['http://127.0.0.1:8080/file', 'none'],
		['https://gateway.example.com:8443/file', 'bearer'],
		['http://gateway.example.com:8443/file', 'none'],
		['https://gateway.example.com/file', 'none'],
	])('on its way to %s: %s', async (url, authentication) => {
		const sent: TransportRequest[] = [];
		const graph = new GraphApi({
			transport: async (request) => {
				sent.push(request);
				return await Promise.resolve({ status: 200, headers: {}, body: undefined });
			},
			baseUrl: 'https://gateway.example.com:8443',
			version: 'v25.0',
		});
		await graph.download(url);
		expect(sent).toMatchObject([{ url, authentication }]);
	});
});
