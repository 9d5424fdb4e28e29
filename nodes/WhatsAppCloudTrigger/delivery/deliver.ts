import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readEvents } from '../../../cloud-api/webhooks/events';
import { readPayload } from '../../../cloud-api/webhooks/payload';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { readCredential, type Credential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { readBeforeTest } from '../registrationMemory';
import { answer, nothingToDo, RECEIVED } from './answer';
import { sendLateReplies } from './answers/lateReply';
import { referenceOf, routeAnswers, withoutAnswers, type Routed } from './answers/routeAnswers';
import { handledEventsOf } from './dedupe';
import { budgetOf, eventKey } from './eventKey';
import { forwardDelivery } from './forwardDelivery';
import { downloadFiles } from './media';
import { toItem, toOutputs } from './outputs';
import { sendReadReceipts } from './readReceipts';
import { reject, type Rejection } from './reject';
import { readDelivery, type Delivery } from '../../shared/signedRequest';
import { isWanted } from './scope';
import { readReporting, readSettings, type Settings } from './settings';
import { verify } from './verify';
import { watchAnswer } from './watchAnswer';

/**
 * Handles a delivery (POST): signature over the raw bytes, then JSON, events, filters, duplicates, and
 * files. Reads nothing of the body before the signature is verified.
 */
export async function deliver(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const delivery = await readDelivery(context);
	if (delivery === undefined) return rejectDelivery(context, TOO_LARGE);
	const { credential, rejection, whole } = await verify(context, delivery);
	if (rejection) return rejectDelivery(context, rejection);
	const settings = readSettings(context, credential);
	const payload = readPayload(delivery.rawBody.toString('utf8'));
	if ('rejected' in payload) return rejectDelivery(context, notWhatsApp(payload.rejected));

	const isTest = context.getMode() === 'manual';
	const forwarding = isTest ? await forward(context, settings, delivery) : 'none';
	if (forwarding === 'failed')
		return answer(context, 503, 'The delivery could not be forwarded to production');
	const now = Date.now();
	const events = readEvents(payload.changes);
	const openGraph = async () => graphOf(context, whole ?? (await readCredential(context)));
	const routed = await route(context, events, forwarding === 'done', whole);
	if (routed.failure !== undefined) return rejectDelivery(context, notHandedOver(routed.failure));
	sendLateReplies(context, openGraph, routed.late, settings.lateReply);
	const wanted = routed.events.filter((event) => isWanted(event, settings, now));
	const fresh = isTest || !settings.dropDuplicates ? wanted : await onlyNew(context, wanted, now);
	if (fresh === undefined) return answer(context, 503, 'The events are being stored');
	if (fresh.length === 0) return nothingToDo();

	const receivedAt = new Date(now).toISOString();
	const items = fresh.map((event) => toItem({ ...event, receivedAt }, settings));
	if (settings.markAsRead !== 'no')
		sendReadReceipts(context, openGraph, fresh, settings.markAsRead === 'typing');
	if (settings.media.download) await downloadFiles(context, openGraph, items, settings.media);
	return { workflowData: toOutputs(items, settings), webhookResponse: RECEIVED };
}

/** References are read with the secrets as they are now: what cannot be read is an ordinary message. */
async function route(
	context: IWebhookFunctions,
	events: WhatsAppEvent[],
	isForwarded: boolean,
	whole: Credential | undefined,
): Promise<Routed> {
	if (!events.some((event) => referenceOf(event) !== undefined)) return { events, late: [] };
	const credential = whole ?? (await readCredential(context));
	return isForwarded
		? withoutAnswers(events, credential)
		: await routeAnswers(context, credential, events);
}

/** Rejects a delivery, and reports it as the node's options say. */
function rejectDelivery(context: IWebhookFunctions, rejection: Rejection): IWebhookResponseData {
	const { report, outputs } = readReporting(context);
	return reject(context, rejection, report, outputs);
}

/** Forwards a delivery of a test run to production, unless the builder keeps it or there is none. */
async function forward(
	context: IWebhookFunctions,
	{ forwardTestEvents }: Settings,
	delivery: Delivery,
): Promise<'none' | 'done' | 'failed'> {
	const url = forwardTestEvents ? readBeforeTest(context)?.forwardTo : undefined;
	if (url === undefined) return 'none';
	return (await forwardDelivery(context, url, delivery)) ? 'done' : 'failed';
}

/**
 * The events for which no execution has been started yet; `undefined` when another delivery of the
 * same events has not been stored for so long that Meta has to deliver again.
 */
async function onlyNew(
	context: IWebhookFunctions,
	events: WhatsAppEvent[],
	now: number,
): Promise<WhatsAppEvent[] | undefined> {
	// Every click on the dashboard's Test button sends the same event.
	const real = events.filter(({ isTestEvent }) => !isTestEvent);
	if (real.length === 0) return events;
	const stored = context.getWorkflowStaticData('node');
	const handled = handledEventsOf(context.getWorkflow().id ?? '', context.getNode().id);
	const acceptance = watchAnswer(context);
	handled.load(stored, now);
	const candidates = real.map((event) => ({ key: eventKey(event), budget: budgetOf(event) }));
	const granted = await handled.claim(candidates, acceptance);
	if (granted === undefined) return undefined;
	const isNew = new Set(real.filter((_, index) => granted[index]));
	if (isNew.size > 0) handled.save(stored, now, acceptance);
	return events.filter((event) => event.isTestEvent || isNew.has(event));
}

const TOO_LARGE: Rejection = {
	status: 413,
	kind: 'tooLarge',
	reason: 'The delivery is larger than 4 MB',
	fix: 'Meta sends up to 3 MB, so the delivery is not from Meta',
};

function notHandedOver(reason: string): Rejection {
	return {
		status: 503,
		kind: 'answer',
		reason: `An answer could not be handed to the execution that waits for it: ${reason}`,
		fix: 'Meta delivers it again. Let n8n call itself: if N8N_SSRF_PROTECTION_ENABLED is on, add 127.0.0.1/32 to N8N_SSRF_ALLOWED_IP_RANGES',
	};
}

function notWhatsApp(reason: string): Rejection {
	return {
		status: 400,
		kind: 'payload',
		reason,
		fix: 'Subscribe the Meta app with this callback URL only to the object "WhatsApp Business Account", and do not use the URL for another program',
	};
}
