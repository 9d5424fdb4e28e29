import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readEvents } from '../../../cloud-api/webhooks/events';
import { readPayload } from '../../../cloud-api/webhooks/payload';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { readCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { readBeforeTest } from '../registrationMemory';
import { answer, nothingToDo, RECEIVED } from './answer';
import { sendLateReplies } from './answers/lateReply';
import { routeAnswers, withoutAnswers } from './answers/routeAnswers';
import { handledEventsOf } from './dedupe';
import { budgetOf, eventKey } from './eventKey';
import { forwardDelivery } from './forwardDelivery';
import { downloadFiles } from './media';
import { toItem, toOutputs } from './outputs';
import { sendReadReceipts } from './readReceipts';
import { reject, type Rejection } from './reject';
import { readDelivery, type Delivery } from './request';
import { isWanted } from './scope';
import { readSettings, type Settings } from './settings';
import { signatureRejection } from './signature';
import { watchAnswer } from './watchAnswer';

/**
 * Handles a delivery (POST): signature over the raw bytes, then JSON, events, filters, duplicates, and
 * files. Reads nothing of the body before the signature is verified.
 */
export async function deliver(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const credential = await readCredential(context);
	const settings = readSettings(context, credential);
	const outputs = settings.separateOutputs ? settings.choices.length : 1;
	const delivery = await readDelivery(context);
	if (delivery === undefined) return reject(context, TOO_LARGE, settings.report, outputs);
	const unsigned = signatureRejection(delivery, credential);
	if (unsigned) return reject(context, unsigned, settings.report, outputs);
	const payload = readPayload(delivery.rawBody.toString('utf8'));
	if ('rejected' in payload)
		return reject(context, notWhatsApp(payload.rejected), settings.report, outputs);

	const isTest = context.getMode() === 'manual';
	const forwarding = isTest ? await forward(context, settings, delivery) : 'none';
	if (forwarding === 'failed')
		return answer(context, 503, 'The delivery could not be forwarded to production');
	const now = Date.now();
	const events = readEvents(payload.changes);
	const graph = graphOf(context, credential);
	const routed =
		forwarding === 'done'
			? withoutAnswers(events, credential)
			: await routeAnswers(context, credential, events);
	if (routed.failure !== undefined)
		return reject(context, notHandedOver(routed.failure), settings.report, outputs);
	sendLateReplies(context, graph, routed.late, settings.lateReply);
	const wanted = routed.events.filter((event) => isWanted(event, settings, now));
	const fresh = isTest || !settings.dropDuplicates ? wanted : await onlyNew(context, wanted, now);
	if (fresh === undefined) return answer(context, 503, 'The events are being stored');
	if (fresh.length === 0) return nothingToDo();

	const receivedAt = new Date(now).toISOString();
	const items = fresh.map((event) => toItem({ ...event, receivedAt }, settings));
	if (settings.markAsRead !== 'no')
		sendReadReceipts(context, graph, fresh, settings.markAsRead === 'typing');
	if (settings.media.download) await downloadFiles(context, graph, items, settings.media);
	return { workflowData: toOutputs(items, settings), webhookResponse: RECEIVED };
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
		fix: 'Subscribe the Meta app with this callback URL only to the object "WhatsApp Business Account", and give the URL to no other program',
	};
}
