import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	decryptRequest,
	encryptAnswer,
	type DecryptedRequest,
} from '../../cloud-api/flows/endpoint/exchangeCrypto';
import {
	ACKNOWLEDGED,
	PONG,
	readRequest,
	type FlowExchange,
	type FlowProblem,
} from '../../cloud-api/flows/endpoint/protocol';
import { isTokenSigned } from '../../cloud-api/flows/endpoint/tokenSignature';
import { checkSignature } from '../../cloud-api/webhooks/signature';
import { parseJson } from '../../cloud-api/webhooks/json';
import { readCredential, type Credential } from '../shared/credential';
import { sealExchange } from '../shared/flowExchange';
import { privateKeysIn } from '../shared/flowKeyOrders';
import { readDelivery } from '../shared/signedRequest';
import { withFiles } from './files';
import { guardAnswer } from './guardAnswer';
import { repeatedAnswer } from './repeats';
import { answerJson, answerText, reject } from './respond';
import { readSettings } from './settings';

/**
 * Handles a request of WhatsApp to the endpoint of a flow: signature over the raw bytes, decryption, health
 * check, problems, and the flow token; only an exchange with a customer starts the workflow.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const credential = await readCredential(context);
	const delivery = await readDelivery(context);
	if (delivery === undefined)
		return reject(context, 413, 'The request is larger than 4 MB, so it is not from WhatsApp');
	const secrets = [credential.appSecret, credential.previousAppSecret];
	if (secrets.every((secret) => secret === ''))
		return reject(
			context,
			432,
			'The signature cannot be checked because the credential has no App Secret',
		);
	if (checkSignature(delivery.rawBody, delivery.signature, secrets) !== 'valid')
		return reject(
			context,
			432,
			'The signature does not match the App Secret of the credential. Connect the flow to the Meta app of the credential with Flow → Update → Meta App ID',
		);
	const request = decryptRequest(
		parseJson(delivery.rawBody.toString('utf8')),
		privateKeysIn(credential.flowPrivateKey),
	);
	if (request === undefined)
		return reject(
			context,
			421,
			credential.flowPrivateKey === ''
				? 'The credential has no flow key. Run Phone Number → Set Encryption Key'
				: 'The request cannot be decrypted with the key of the credential. Run Phone Number → Set Encryption Key for the phone number that sends the flow',
		);
	const read = readRequest(request.clear);
	if (read.kind === 'ping') return answerText(context, encryptAnswer(PONG, request));
	if (read.kind === 'problem') {
		logProblem(context, read.problem);
		return answerText(context, encryptAnswer(ACKNOWLEDGED, request));
	}
	return await start(context, credential, request, read.exchange);
}

async function start(
	context: IWebhookFunctions,
	credential: Credential,
	request: DecryptedRequest,
	exchange: FlowExchange,
): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const { tokenSignature, flowToken, screen } = exchange;
	const secrets = [credential.appSecret, credential.previousAppSecret];
	if (tokenSignature !== undefined && !isTokenSigned(tokenSignature, flowToken, secrets))
		return answerJson(context, 427, { error_msg: settings.notValidMessage });
	const repeated = repeatedAnswer(context, request);
	if ('answer' in repeated) return await repeated.answer;

	const receivedAt = Date.now();
	guardAnswer(context, { request, exchange, settings, onAnswer: repeated.remember });
	const { data, binary } = await withFiles(context, credential, exchange.data, settings);
	const json: IDataObject = {
		action: exchange.action,
		...(screen !== undefined && { screen }),
		data,
		...(flowToken !== undefined && { flowToken }),
		...(exchange.version !== undefined && { dataApiVersion: exchange.version }),
		timestamp: new Date(receivedAt).toISOString(),
		exchange: sealExchange(
			{ aesKey: request.aesKey, iv: request.iv, screen, flowToken, receivedAt },
			credential.appSecret || credential.previousAppSecret,
		),
	};
	return { workflowData: [[{ json, ...(binary && { binary }) }]] };
}

/** E.g. that an earlier answer named a screen that does not exist: only WhatsApp knows the flow. */
function logProblem(context: IWebhookFunctions, { error, message, screen }: FlowProblem): void {
	context.logger.warn(
		`WhatsApp reports a problem with an answer of this flow endpoint: ${error}${message ? ` – ${message}` : ''}${screen ? ` (screen ${screen})` : ''}`,
	);
}
