import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readEvents } from '../../../cloud-api/webhooks/events';
import { readPayload } from '../../../cloud-api/webhooks/payload';
import { checkSignature, type SignatureCheck } from '../../../cloud-api/webhooks/signature';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { readCredential, type Credential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { readBeforeTest } from '../registration/testRun';
import { answer, nothingToDo, RECEIVED } from './answer';
import { answered } from './answered';
import { fetchMedia } from './media';
import { toItem, toOutputs } from './outputs';
import { passOn } from './passOn';
import { sendReadReceipts } from './readReceipts';
import { refuse, type Refusal } from './refuse';
import { readDelivery, type Delivery } from './request';
import { isWanted } from './scope';
import { eventKey, seenEventsOf } from './seen';
import { readSettings, type Settings } from './settings';

/**
 * Takes a delivery (POST): signature over the raw bytes, then JSON, events, filters, duplicates, files.
 * Nothing of the body is looked at before the signature is right.
 */
export async function deliver(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const credential = await readCredential(context);
	const settings = readSettings(context, credential);
	const outputs = settings.separateOutputs ? settings.choices.length : 1;
	const delivery = await readDelivery(context);
	if (delivery === undefined) return refuse(context, TOO_LARGE, settings.report, outputs);
	const unsigned = signatureRefusal(delivery, credential);
	if (unsigned) return refuse(context, unsigned, settings.report, outputs);
	const payload = readPayload(delivery.rawBody.toString('utf8'));
	if ('refused' in payload)
		return refuse(context, notWhatsApp(payload.refused), settings.report, outputs);

	const isTest = context.getMode() === 'manual';
	if (isTest && !(await passedOn(context, settings, delivery))) {
		return answer(context, 503, 'The delivery could not be passed on to production');
	}
	const now = Date.now();
	const wanted = readEvents(payload.changes).filter((event) => isWanted(event, settings, now));
	const fresh = isTest || !settings.onceOnly ? wanted : await onlyNew(context, wanted, now);
	if (fresh.length === 0) return nothingToDo();

	const items = fresh.map((event) => toItem({ ...event, receivedAt: new Date(now).toISOString() }));
	const graph = graphOf(context, credential);
	if (settings.markAsRead !== 'no')
		sendReadReceipts(context, graph, fresh, settings.markAsRead === 'typing');
	if (settings.media.download) await fetchMedia(context, graph, items, settings.media);
	return { workflowData: toOutputs(items, settings), webhookResponse: RECEIVED };
}

/** A delivery to a test run goes on to production, unless the builder wants it kept. */
async function passedOn(
	context: IWebhookFunctions,
	{ passOnInTest }: Settings,
	delivery: Delivery,
): Promise<boolean> {
	const url = passOnInTest ? readBeforeTest(context)?.passOnTo : undefined;
	return url === undefined || (await passOn(context, url, delivery));
}

/** The events for which no execution has been started yet. */
async function onlyNew(
	context: IWebhookFunctions,
	events: WhatsAppEvent[],
	now: number,
): Promise<WhatsAppEvent[]> {
	if (events.length === 0) return events;
	const stored = context.getWorkflowStaticData('node');
	const seen = seenEventsOf(context.getWorkflow().id ?? '', context.getNode().id);
	const done = answered(context);
	const fresh: WhatsAppEvent[] = [];
	seen.load(stored, now);
	for (const event of events) {
		if (await seen.claim(eventKey(event), done, now)) fresh.push(event);
	}
	if (fresh.length > 0) seen.save(stored, now);
	return fresh;
}

function signatureRefusal(delivery: Delivery, credential: Credential): Refusal | undefined {
	const { appSecret, previousAppSecret } = credential;
	if (appSecret === '' && previousAppSecret === '') {
		return {
			status: 401,
			kind: 'noSecret',
			reason: 'The signature cannot be checked: the credential has no App Secret',
			fix: 'Copy it into the credential: App dashboard → App settings → Basic → Show',
		};
	}
	const check = checkSignature(delivery.rawBody, delivery.signature, [
		appSecret,
		previousAppSecret,
	]);
	return check === 'valid' ? undefined : { status: 401, kind: check, ...SIGNATURES[check] };
}

const SIGNATURES: Record<Exclude<SignatureCheck, 'valid'>, Pick<Refusal, 'reason' | 'fix'>> = {
	missing: {
		reason: 'The delivery is not signed (no X-Hub-Signature-256), so it is not from Meta',
		fix: 'Requests made by hand are not accepted. If Meta sent it, a proxy in front of n8n takes the header away',
	},
	malformed: {
		reason: 'The X-Hub-Signature-256 of the delivery is not one of Meta’s',
		fix: 'It has to be "sha256=" and 64 hexadecimal digits in lower case. If Meta sent it, a proxy in front of n8n changes the header',
	},
	mismatch: {
		reason: 'The signature of the delivery does not match the App Secret of the credential',
		fix: 'Compare the App Secret with App dashboard → App settings → Basic of the app that sends. While the secret is being changed, put the old one into Previous App Secret. If both are right, a proxy in front of n8n changes the body',
	},
};

const TOO_LARGE: Refusal = {
	status: 413,
	kind: 'tooLarge',
	reason: 'The delivery is larger than any that Meta sends',
	fix: 'Meta stays below 3 MB; this came from somebody else',
};

function notWhatsApp(reason: string): Refusal {
	return {
		status: 400,
		kind: 'payload',
		reason,
		fix: 'The app is subscribed to other objects with this callback, or something else writes to it',
	};
}
