import { createCipheriv, createHash, createHmac, generateKeyPairSync, randomBytes } from 'crypto';
import { decryptRequest, encryptAnswer } from '../../../../cloud-api/flows/endpoint/exchangeCrypto';
import { decryptFlowFile, encryptedFiles } from '../../../../cloud-api/flows/endpoint/flowFile';
import { makePrivateKey, publicKeyOf } from '../../../../cloud-api/flows/endpoint/keys';
import { endOfFlow, nextScreen, readRequest } from '../../../../cloud-api/flows/endpoint/protocol';
import { isTokenSigned } from '../../../../cloud-api/flows/endpoint/tokenSignature';
import { openExchange, sealExchange } from '../../../../nodes/shared/flowExchange';
import { FlowClient, jwt } from '../../../support/flowClient';

let privateKey = '';
let client: FlowClient;
beforeAll(async () => {
	privateKey = await makePrivateKey();
	client = new FlowClient(publicKeyOf(privateKey));
});

describe('the encryption, against WebCrypto', () => {
	const clear = { version: '3.0', action: 'INIT', flow_token: 'ключ 🔑', data: { a: [1] } };

	it('reads what WhatsApp encrypts, and WhatsApp reads the answer', async () => {
		const { request, read } = await client.encrypt(clear);
		const decrypted = decryptRequest(request, [privateKey]);
		expect(decrypted?.clear).toEqual(clear);
		if (!decrypted) throw new Error('not decrypted');
		const answer = { screen: 'NEXT', data: { text: '日本' } };
		expect(await read(encryptAnswer(answer, decrypted))).toEqual(answer);
	});

	it('makes the answer with the IV of which every bit is flipped', () => {
		const key = { aesKey: Buffer.alloc(16, 1), iv: Buffer.alloc(16, 0x0f) };
		const cipher = createCipheriv('aes-128-gcm', key.aesKey, Buffer.alloc(16, 0xf0));
		const wanted = Buffer.concat([cipher.update('{"a":1}'), cipher.final(), cipher.getAuthTag()]);
		expect(encryptAnswer({ a: 1 }, key)).toBe(wanted.toString('base64'));
	});

	it('tries the key before the present one', async () => {
		const { request } = await client.encrypt(clear);
		const other = await makePrivateKey();
		expect(decryptRequest(request, [other, privateKey])?.clear).toEqual(clear);
		expect(decryptRequest(request, [other])).toBeUndefined();
		expect(decryptRequest(request, [])).toBeUndefined();
		expect(decryptRequest(request, ['no key'])).toBeUndefined();
	});

	const cut = (text: string) => text.slice(0, Math.floor(text.length / 8) * 4);
	const bent = (text: string) => {
		const bytes = Buffer.from(text, 'base64');
		bytes[0] ^= 1;
		return bytes.toString('base64');
	};
	it.each(['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'] as const)(
		'reads nothing when %s is cut, changed, missing, or no Base64',
		async (field) => {
			const { request } = await client.encrypt(clear);
			for (const value of [cut(request[field]), bent(request[field]), undefined, 1, '', '%%%'])
				expect(decryptRequest({ ...request, [field]: value }, [privateKey])).toBeUndefined();
			for (const body of [undefined, null, [], 'text'])
				expect(decryptRequest(body, [privateKey])).toBeUndefined();
		},
	);

	it('reads nothing when a letter was changed so that it is still JSON', async () => {
		const { request } = await client.encrypt({ action: 'A' });
		const data = Buffer.from(request.encrypted_flow_data, 'base64');
		data['{"action":"'.length] ^= 2;
		const changed = { ...request, encrypted_flow_data: data.toString('base64') };
		expect(decryptRequest(changed, [privateKey])).toBeUndefined();
		expect(decryptRequest(request, [privateKey])?.clear).toEqual({ action: 'A' });
	});

	it('reads nothing that is no object', async () => {
		const { request } = await client.encrypt(['a list']);
		expect(decryptRequest(request, [privateKey])).toBeUndefined();
	});

	it('takes only RSA keys of 2,048 bits', () => {
		const pem = (bits: number) =>
			String(
				generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({
					type: 'pkcs8',
					format: 'pem',
				}),
			);
		expect(publicKeyOf(pem(2048))).toMatch(/^-----BEGIN PUBLIC KEY-----/);
		expect(() => publicKeyOf(pem(1024))).toThrow(/not an RSA private key of 2,048 bits/);
		expect(() => publicKeyOf('x')).toThrow(/not an RSA private key of 2,048 bits/);
	});
});

describe('a request', () => {
	it.each<[string, Record<string, unknown>, unknown]>([
		['a health check', { version: '3.0', action: 'ping' }, { kind: 'ping' }],
		[
			'a problem',
			{
				action: 'data_exchange',
				screen: 'A',
				flow_token: 't',
				data: { error: 'e', error_message: 'm' },
			},
			{ kind: 'problem', problem: { error: 'e', message: 'm', screen: 'A', flowToken: 't' } },
		],
		[
			'a problem by key',
			{ action: 'INIT', data: { error_key: 'payload-schema-error', error_message: 'm' } },
			{ kind: 'problem', problem: { error: 'payload-schema-error', message: 'm' } },
		],
		[
			'an opened flow',
			{ version: '3.0', action: 'INIT', screen: '', flow_token: 't' },
			{ kind: 'exchange', exchange: { action: 'INIT', data: {}, flowToken: 't', version: '3.0' } },
		],
		[
			'a field with the name "error"',
			{ action: 'data_exchange', screen: 'A', data: { error: 'none', name: 'Ada' } },
			{
				kind: 'exchange',
				exchange: { action: 'data_exchange', screen: 'A', data: { error: 'none', name: 'Ada' } },
			},
		],
		[
			'an action of the future',
			{ action: 'ZOOM', data: {} },
			{ kind: 'exchange', exchange: { action: 'ZOOM', data: {} } },
		],
	])('is %s', (_name, clear, expected) => {
		expect(JSON.parse(JSON.stringify(readRequest(clear)))).toEqual(expected);
	});
});

describe('an answer', () => {
	it('shows a screen, with an error message', () => {
		expect(nextScreen(' TIME ', { a: 1 })).toEqual({ screen: 'TIME', data: { a: 1 } });
		expect(nextScreen('TIME', { a: 1 }, 'Taken')).toEqual({
			screen: 'TIME',
			data: { a: 1, error_message: 'Taken' },
		});
		expect(() => nextScreen('', {})).toThrow('There is no screen');
		expect(() => nextScreen('success', {})).toThrow(/it ends the flow/);
	});

	it('ends the flow with the flow token', () => {
		expect(endOfFlow('t', { day: 1, flow_token: 'other' })).toEqual({
			screen: 'SUCCESS',
			data: { extension_message_response: { params: { day: 1, flow_token: 't' } } },
		});
	});
});

describe('the signature of a flow token', () => {
	it.each<[string, boolean, string, string | undefined]>([
		['made with the app secret', true, jwt({ flow_token: 't' }, 's'), 't'],
		['made with the previous secret', true, jwt({}, 'old'), 't'],
		['made with another secret', false, jwt({ flow_token: 't' }, 'x'), 't'],
		['of another token', false, jwt({ flow_token: 'u' }, 's'), 't'],
		['without an algorithm', false, jwt({ flow_token: 't' }, 's', { alg: 'none' }), 't'],
		['with two parts', false, 'a.b', 't'],
		['that is empty', false, '', 't'],
		['that is cut', false, jwt({ flow_token: 't' }, 's').slice(0, -2), 't'],
	])('%s is valid: %s', (_name, valid, signature, token) => {
		expect(isTokenSigned(signature, token, ['s', 'old', ''])).toBe(valid);
	});
});

describe('a file', () => {
	const content = Buffer.from('a picture of 33 bytes, more or less');
	const encrypted = () => {
		const [key, hmacKey, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
		const cipher = createCipheriv('aes-256-cbc', key, iv);
		const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
		const mac = createHmac('sha256', hmacKey)
			.update(Buffer.concat([iv, sealed]))
			.digest();
		const file = Buffer.concat([sealed, mac.subarray(0, 10)]);
		const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
		return {
			file,
			metadata: {
				encrypted_hash: hash(file),
				iv: iv.toString('base64'),
				encryption_key: key.toString('base64'),
				hmac_key: hmacKey.toString('base64'),
				plaintext_hash: hash(content),
			} as Record<string, string>,
		};
	};

	it('is checked and decrypted', () => {
		const { file, metadata } = encrypted();
		expect(decryptFlowFile(file, metadata)).toEqual(content);
	});

	it.each([
		['encrypted_hash', /the encrypted file was changed/],
		['hmac_key', /its signature does not match/],
		['iv', /its signature does not match/],
		['encryption_key', /cannot be decrypted|its content was changed/],
		['plaintext_hash', /its content was changed/],
	])('is not returned when %s is another one', (field, message) => {
		const { file, metadata } = encrypted();
		const other = randomBytes(Buffer.from(metadata[field], 'base64').length).toString('base64');
		expect(() => decryptFlowFile(file, { ...metadata, [field]: other })).toThrow(message);
		expect(() => decryptFlowFile(file, { ...metadata, [field]: undefined })).toThrow(/damaged/);
	});

	it('is not returned when a byte was changed', () => {
		const { file, metadata } = encrypted();
		file[3] ^= 1;
		expect(() => decryptFlowFile(file, metadata)).toThrow(/the encrypted file was changed/);
	});

	it('is found in the data of an exchange', () => {
		const { metadata } = encrypted();
		const entry = {
			media_id: '1',
			cdn_url: 'https://a',
			file_name: 'a.jpg',
			encryption_metadata: metadata,
		};
		expect(
			encryptedFiles({ name: 'Ada', list: [1], photos: [entry, { ...entry, media_id: '2' }] }),
		).toEqual([
			{ field: 'photos[0]', mediaId: '1', fileName: 'a.jpg', url: 'https://a', metadata },
			{ field: 'photos[1]', mediaId: '2', fileName: 'a.jpg', url: 'https://a', metadata },
		]);
	});
});

describe('an exchange on its way through the workflow', () => {
	const exchange = {
		aesKey: Buffer.alloc(16, 7),
		iv: Buffer.alloc(16, 8),
		screen: 'A',
		flowToken: 't',
		receivedAt: 1,
	};

	it('is opened with the same app secret only', () => {
		const sealed = sealExchange(exchange, 'secret');
		expect(openExchange(sealed, ['', 'other', 'secret'])).toEqual(exchange);
		expect(openExchange(sealed, ['other'])).toBeUndefined();
		expect(openExchange(sealed.slice(0, -3), ['secret'])).toBeUndefined();
		expect(openExchange('', ['secret'])).toBeUndefined();
	});

	it('is not opened when a letter was changed so that it is still JSON', () => {
		const bytes = Buffer.from(sealExchange(exchange, 'secret'), 'base64url');
		bytes[12 + '{"screen":"'.length] ^= 2;
		expect(openExchange(bytes.toString('base64url'), ['secret'])).toBeUndefined();
	});

	it('shows nothing of its key', () => {
		const sealed = sealExchange(exchange, 'secret');
		const bytes = Buffer.from(sealed, 'base64url');
		expect(bytes.includes(exchange.aesKey)).toBe(false);
		expect(bytes.toString('latin1')).not.toContain(exchange.aesKey.toString('base64'));
		expect(sealExchange(exchange, 'secret')).not.toBe(sealed);
	});
});
