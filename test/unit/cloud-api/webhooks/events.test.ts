/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';
import { WEBHOOK_FIELDS } from '../../../../cloud-api/webhooks/webhookFields';

const FOLDER = join(__dirname, '../../../fixtures/webhooks');
const NAMES = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

function eventsOf(name: string): WhatsAppEvent[] {
	const payload = readPayload(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
	if ('rejected' in payload) throw new Error(`${name} is rejected: ${payload.rejected}`);
	return readEvents(payload.changes);
}

const only = (name: string): WhatsAppEvent => {
	const events = eventsOf(name);
	expect(events).toHaveLength(1);
	return events[0];
};

const window = { windowExpiresAt: '2025-06-09T20:59:43.000Z' };
const replyTo = { replyToMessageId: 'wamid.A', replyToFrom: '15550783881' };

describe('an event', () => {
	it.each(NAMES)('of %s has a name, its field, text, the account, and Meta’s JSON', (name) => {
		for (const event of eventsOf(name)) {
			expect(typeof event.event).toBe('string');
			expect(typeof event.text).toBe('string');
			expect(event.businessAccountId).toBe('102290129340398');
			expect(event.raw.field).toBe(event.field);
			expect(Object.values(event)).not.toContain(undefined);
			// n8n stores items as JSON: nothing may be lost or changed by that.
			expect(JSON.parse(JSON.stringify(event))).toEqual(event);
		}
	});

	it('has the fields of a message at the top level', () => {
		expect(only('message-text')).toEqual({
			event: 'message',
			type: 'text',
			text: 'Does it come in another color?',
			from: '16505551234',
			userId: 'US.13491208655302741918',
			contactName: 'Sheena Nelson',
			customerId: 'US.13491208655302741918',
			answerTo: '+16505551234',
			messageId: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=',
			timestamp: '2025-06-08T20:59:43.000Z',
			...window,
			phoneNumberId: '106540352242922',
			displayPhoneNumber: '15550783881',
			businessAccountId: '102290129340398',
			field: 'messages',
			raw: expect.objectContaining({
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
				contacts: [expect.objectContaining({ wa_id: '16505551234' })],
				messages: [expect.objectContaining({ type: 'text' })],
			}),
		});
	});

	it.each<[string, object]>([
		[
			'message-text-reply',
			{
				text: 'Yes, that one',
				replyToFrom: '15550783881',
				replyToMessageId: expect.stringMatching(/^wamid/),
			},
		],
		['message-text-forwarded', { forwarded: true, frequentlyForwarded: true }],
		[
			'message-text-product',
			{ referredProductId: 'di9ozbzfi4', referredCatalogId: '194836987003835' },
		],
		[
			'message-text-ad',
			{
				referral: {
					sourceType: 'ad',
					sourceId: '120226305854810726',
					ctwaClid: expect.stringMatching(/^Aff/),
					headline: 'Chat with us',
					body: 'Summer succulents are here!',
					mediaType: 'image',
					mediaUrl: 'https://scontent.xx.fbcdn.net/v/t45.1',
					sourceUrl: 'https://fb.me/3cr4Wqqkv',
					welcomeText: 'Hi there! Let us know how we can help!',
				},
			},
		],
		[
			'message-text-username',
			{
				userId: 'IN.1000000000000000203',
				parentUserId: 'IN.ENT.2000000000000000203',
				username: 'chitra.bakes',
				answerTo: 'IN.1000000000000000203',
				customerId: 'IN.1000000000000000203',
			},
		],
		[
			'message-text-group',
			{
				groupId: expect.stringMatching(/^Y2/),
				answerTo: expect.stringMatching(/^Y2/),
				from: '16505551234',
			},
		],
		[
			'message-image',
			{
				type: 'image',
				text: 'Taj Mahal',
				mediaId: '1003383421387256',
				mimeType: 'image/jpeg',
				sha256: expect.any(String),
				mediaUrl: expect.stringMatching(/^https/),
				...window,
			},
		],
		['message-video', { type: 'video', text: '', mediaId: '1003383421387257' }],
		[
			'message-audio-voice',
			{ type: 'audio', text: '', voice: true, mimeType: 'audio/ogg; codecs=opus' },
		],
		['message-document', { type: 'document', text: 'The invoice', fileName: 'invoice-42.pdf' }],
		['message-sticker', { type: 'sticker', animated: true, mediaId: '798882015472548' }],
		[
			'message-location',
			{
				text: 'Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301 (37.4421, -122.1616)',
				latitude: 37.4421,
				longitude: -122.1616,
				locationName: 'Philz Coffee',
			},
		],
		['message-location-live', { text: '37.4421, -122.1616', latitude: 37.4421 }],
		[
			'message-contacts',
			{
				text: 'Barbara J. Johnson +1 (650) 555-1234, Ann Lee',
				sharedContacts: [
					expect.objectContaining({
						name: 'Barbara J. Johnson',
						phones: ['+1 (650) 555-1234'],
						emails: ['bjohnson@luckyshrub.com'],
						company: 'Lucky Shrub',
						origin: 'other',
					}),
					expect.objectContaining({ name: 'Ann Lee', phones: [] }),
				],
			},
		],
		[
			'message-reaction',
			{
				text: '👍',
				emoji: '👍',
				reactionRemoved: false,
				reactedToMessageId: expect.stringMatching(/^wamid/),
			},
		],
		['message-reaction-removed', { text: '', reactionRemoved: true }],
		['message-button', { type: 'button', text: 'Stop promotions', buttonId: 'UNSUBSCRIBE' }],
		[
			'message-button-reply',
			{ text: 'Cancel', buttonId: 'cancel-button', interactiveType: 'button_reply', ...replyTo },
		],
		[
			'message-list-reply',
			{
				text: 'Priority Mail Express',
				buttonId: 'priority_express',
				rowDescription: 'Next Day to 2 Days',
			},
		],
		[
			'message-flow-reply',
			{
				text: 'date: 2026-11-22\nguests: 4\nextras: ["cake"]',
				flowToken: 'order-42',
				flowAnswer: expect.objectContaining({ guests: 4 }),
			},
		],
		['message-flow-reply-broken', { text: 'Sent', interactiveType: 'nfm_reply' }],
		[
			'message-call-permission-reply',
			{ callPermission: 'accept', callPermissionExpiresAt: '2025-06-15T20:59:43.000Z' },
		],
		[
			'message-interactive-unknown',
			{ text: 'Wave', buttonId: 'h-1', interactiveType: 'hologram_reply' },
		],
		[
			'message-order',
			{
				text: 'Love these!\n2 × di9ozbzfi4 at 30 USD\n1 × nqryix03ez at 25.5 USD',
				catalogId: '194836987003835',
				orderItems: [expect.objectContaining({ quantity: 2, itemPrice: 30 }), expect.anything()],
			},
		],
		[
			'message-system-number',
			{
				systemType: 'user_changed_number',
				from: '16505551234',
				newFrom: '12195555358',
				newUserId: 'US.2000000000000000001',
				previousUserId: 'US.13491208655302741918',
				answerTo: '+12195555358',
			},
		],
		[
			'message-system-user-id',
			{
				systemType: 'user_changed_user_id',
				newUserId: 'US.2000000000000000001',
				answerTo: 'US.2000000000000000001',
			},
		],
		[
			'message-unsupported',
			{
				type: 'unsupported',
				unsupportedType: 'poll_creation',
				error: expect.objectContaining({ code: 131051, retry: 'never' }),
			},
		],
		[
			'message-without-type',
			{ type: 'unsupported', error: expect.objectContaining({ code: 131051 }) },
		],
		[
			'message-edit',
			{ type: 'edit', text: 'Corrected text', originalMessageId: 'wamid.OLD', editedType: 'text' },
		],
		[
			'message-edit-caption',
			{ type: 'edit', text: 'New caption', mediaId: '1003383421387256', editedType: 'image' },
		],
		['message-revoke', { type: 'revoke', text: '', originalMessageId: 'wamid.OLD' }],
		['message-unknown-type', { type: 'hologram', text: 'From the future', ...window }],
		['message-identity', { identityKeyHash: 'DF2lS5v2W6x=' }],
		[
			'status-sent',
			{
				event: 'status',
				status: 'sent',
				to: '16505551234',
				contactName: 'Sheena Nelson',
				callbackData: 'order-42',
				pricing: { billable: true, category: 'utility', type: 'regular', model: 'PMP' },
				conversation: {
					id: expect.any(String),
					originType: 'referral_conversion',
					expiresAt: '2025-06-16T23:28:00.000Z',
				},
			},
		],
		[
			'status-delivered',
			{
				status: 'delivered',
				pricing: expect.objectContaining({ billable: false, type: 'free_customer_service' }),
			},
		],
		['status-played', { status: 'played' }],
		[
			'status-failed',
			{
				status: 'failed',
				text: expect.stringMatching(/marketing/),
				error: expect.objectContaining({
					code: 131049,
					retry: 'later',
					waitSeconds: 86400,
					fix: expect.any(String),
				}),
			},
		],
		['status-failed-window', { error: expect.objectContaining({ code: 131047, retry: 'never' }) }],
		[
			'status-username',
			{
				userId: 'IN.1000000000000000203',
				parentUserId: 'IN.ENT.2',
				customerId: 'IN.1000000000000000203',
			},
		],
		['status-group', { groupId: 'Y2FwaV9ncm91cDox', to: '16505551234' }],
		[
			'status-payment',
			{
				status: 'captured',
				payment: { referenceId: 'ref-1', amount: 21000, amountOffset: 100, currency: 'INR' },
			},
		],
		[
			'status-template',
			{ templateId: '1234567890', pricing: { billable: false, category: 'service', model: 'CBP' } },
		],
		[
			'errors-only',
			{ event: 'error', error: expect.objectContaining({ code: 130429, retry: 'throttled' }) },
		],
		[
			'template-approved',
			{
				event: 'message_template_status_update',
				action: 'APPROVED',
				templateId: '12345678901234567',
				templateLanguage: 'en_US',
				text: 'Template order_update (en_US) was approved',
				timestamp: '2025-06-30T01:39:08.000Z',
			},
		],
		[
			'template-rejected',
			{
				action: 'REJECTED',
				reason: 'INVALID_FORMAT',
				reasonText: 'Parameter formatting is wrong',
				recommendation: 'Use {{1}}',
			},
		],
		[
			'template-rejected-plain',
			{
				reasonText: expect.stringMatching(/language or category/),
				recommendation: expect.any(String),
			},
		],
		[
			'template-paused',
			{ action: 'PAUSED', reason: 'FIRST_PAUSE', reasonText: expect.stringMatching(/3 hours/) },
		],
		['template-disabled', { action: 'DISABLED', disableDate: '1751300000' }],
		['template-quality', { quality: 'YELLOW', previousQuality: 'GREEN' }],
		['template-components', { body: 'Your order {{1}} left', header: 'Order', footer: 'Bakery' }],
		['template-category', { category: 'MARKETING', previousCategory: 'UTILITY' }],
		[
			'template-category-notice',
			{ category: 'UTILITY', comingCategory: 'MARKETING', changesAt: '2025-07-01T01:39:08.000Z' },
		],
		[
			'template-correct-category',
			{ templateName: 'order_update', category: 'UTILITY', correctCategory: 'MARKETING' },
		],
		[
			'phone-number-quality',
			{
				action: 'THROUGHPUT_UPGRADE',
				displayPhoneNumber: '15550783881',
				maxDailyConversationsPerBusiness: 'TIER_UNLIMITED',
			},
		],
		[
			'phone-number-name',
			{
				action: 'REJECTED',
				requestedVerifiedName: 'Lucky Shrub',
				rejectionReason: 'NAME_NOT_ALLOWED',
			},
		],
		[
			'account-update-restriction',
			{
				action: 'ACCOUNT_RESTRICTION',
				restrictionInfo: [expect.anything()],
				violationInfo: { violation_type: 'SPAM' },
			},
		],
		['account-settings', { event: 'account_settings_update', kind: 'phone_number_settings' }],
		['account-alerts', { alertType: 'PROFILE_PICTURE_LOST', text: 'The picture was lost' }],
		['security', { action: 'PIN_RESET_REQUEST', requester: '61555822107539' }],
		[
			'flows',
			{
				flowId: '6627390910605886',
				newStatus: 'PUBLISHED',
				text: 'Flow Webhook 3 changed status from DRAFT to PUBLISHED',
			},
		],
		[
			'user-preferences',
			{
				event: 'user_preference',
				category: 'marketing_messages',
				preference: 'stop',
				from: '16505551234',
				contactName: 'Sheena Nelson',
			},
		],
		[
			'call-connect',
			{
				event: 'call',
				action: 'connect',
				from: '16505551234',
				customerId: 'US.13491208655302741918',
				windowExpiresAt: '2022-12-22T17:47:04.000Z',
			},
		],
		[
			'call-terminate',
			{
				action: 'terminate',
				status: 'Completed',
				duration: 100,
				to: '16505551234',
				answerTo: '+16505551234',
				callbackData: 'c-1',
			},
		],
		['call-status', { event: 'call_status', status: 'RINGING', to: '16505551234' }],
		[
			'echo-text',
			{
				event: 'message_echo',
				text: 'Here is the info you asked for',
				from: '15550783881',
				to: '16505551234',
				answerTo: '+16505551234',
				customerId: '16505551234',
			},
		],
		['echo-revoke', { event: 'message_echo', type: 'revoke', originalMessageId: 'wamid.E' }],
		['history-declined', { event: 'error', error: expect.objectContaining({ code: 2593109 }) }],
		['history-progress', { event: 'history', historyPhase: 2, historyProgress: 100 }],
		[
			'handover',
			{
				event: 'messaging_handovers',
				action: 'control_passed',
				newOwnerRole: 'customer_service',
				handoverMetadata: 'ticket 7',
				conversationSummary: 'Wants a refund',
				phoneNumberId: '106540352242922',
				displayPhoneNumber: '15550783881',
			},
		],
		[
			'group-created',
			{
				event: 'group_lifecycle_update',
				action: 'group_create',
				groupId: 'Y2FwaV9ncm91cDox',
				subject: 'Bakers',
			},
		],
		[
			'group-participants',
			{ addedParticipants: [expect.objectContaining({ from: '16505551234' })] },
		],
		[
			'automatic-events',
			{
				event: 'automatic_event',
				action: 'Purchase',
				amount: 25000,
				currency: 'USD',
				timestamp: '2025-02-12T00:43:44.000Z',
			},
		],
		['tracking-events', { event: 'tracking_event', action: 'AddToCart', clickId: 'click-1' }],
		[
			'group-created-approval',
			{ inviteLink: 'https://chat.whatsapp.com/LINK_ID', joinApprovalMode: 'approval_required' },
		],
		[
			'group-join-request',
			{
				action: 'group_join_request_created',
				joinRequestId: 'jr-1',
				groupId: 'Y2FwaV9ncm91cDox',
				from: '16505551234',
				userId: 'US.13491208655302741918',
				contactName: 'Sheena Nelson',
			},
		],
		[
			'group-participants-removed',
			{
				initiatedBy: 'business',
				removedParticipants: [{ input: '16505551234' }],
				failedParticipants: [
					{ input: '447700900202', error: expect.objectContaining({ code: 131204 }) },
				],
			},
		],
		[
			'group-settings',
			{
				text: 'group settings update: Bakers of Lisbon',
				subject: 'Bakers of Lisbon',
				subjectUpdated: true,
				description: 'Bread, mostly',
				descriptionUpdated: true,
				pictureUpdated: false,
				error: expect.objectContaining({ code: 131203 }),
			},
		],
		['group-suspended', { event: 'group_status_update', action: 'group_suspend' }],
		[
			'account-alerts-info',
			{
				text: 'Limits cannot be increased yet.',
				alertSeverity: 'WARNING',
				alertStatus: 'ACTIVE',
				alertType: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
				alertDescription: 'Limits cannot be increased yet.',
				entityType: 'BUSINESS',
				entityId: '506914307656634',
			},
		],
		[
			'status-payment-failed',
			{
				status: 'failed',
				statusType: 'payment',
				payment: {
					referenceId: 'ref-1',
					amount: 21000,
					amountOffset: 100,
					currency: 'INR',
					transactionId: 'order_1',
					transactionType: 'razorpay',
					transactionStatus: 'failed',
					method: 'upi',
					transactionCreatedAt: '2025-06-15T23:27:50.000Z',
					transactionUpdatedAt: '2025-06-15T23:27:53.000Z',
					errorCode: 'BAD_REQUEST_ERROR',
					errorReason: 'payment_declined',
				},
			},
		],
		[
			'status-payment-refund',
			{
				status: 'captured',
				payment: expect.objectContaining({
					transactionStatus: 'success',
					refunds: [
						{
							id: 'rfnd_1',
							amount: 5000,
							amountOffset: 100,
							currency: 'INR',
							status: 'success',
							speed: 'normal',
							createdAt: '2025-06-16T00:00:00.000Z',
							updatedAt: '2025-06-16T00:15:00.000Z',
						},
					],
				}),
			},
		],
		[
			'message-payment-method',
			{
				interactiveType: 'payment_method',
				text: 'card •••• 4242',
				paymentMethod: 'card',
				lastFourDigits: '4242',
				paymentReferenceId: 'ref-1',
				credentialId: 'cred-1',
				paymentTime: '2025-06-08T20:59:40.000Z',
			},
		],
		[
			'message-interactive-product',
			{
				interactiveType: 'product',
				text: 'Sourdough',
				productRetailerId: 'di9ozbzfi4',
				catalogId: '194836987003835',
			},
		],
		[
			'message-flow-files',
			{
				text: 'damage: Broken cup\nphotos: cup.jpg, box.jpg\nreceipt: receipt.pdf',
				flowFiles: [
					{
						field: 'photos',
						mediaId: '24230790383178630',
						fileName: 'cup.jpg',
						mimeType: 'image/jpeg',
						sha256: 'aaaa',
					},
					expect.objectContaining({ field: 'photos', mediaId: '24230790383178631' }),
					expect.objectContaining({ field: 'receipt', mimeType: 'application/pdf' }),
				],
			},
		],
		['message-contact-request', { origin: 'contact_request', type: 'contacts' }],
		[
			'business-username-singular',
			{ event: 'business_username_update', username: 'luckyshrub', status: 'reserved' },
		],
		['messages-unknown-list', { event: 'messages', field: 'messages' }],
		[
			'call-recording',
			{
				event: 'call',
				action: 'call_recording_available',
				contactName: 'Sheena Nelson',
				mediaId: '1002764438271668',
				mimeType: 'audio/ogg; codecs=opus',
				sha256: 'Y9vvGyeo3n76ptkXu3CwDBsnzbRFqpjHskQdMGSVqas=',
			},
		],
		[
			'call-transcript',
			{
				action: 'call_transcription_available',
				mediaId: '1002764438271669',
				mimeType: 'application/json',
				parentUserId: 'US.ENT.1349120865530274',
			},
		],
		['call-errors', { event: 'error', error: expect.objectContaining({ code: 138000 }) }],
		[
			'echo-contacts',
			{
				event: 'message_echo',
				from: '15550783881',
				to: '16505551234',
				userId: 'US.13491208655302741918',
				contactName: 'Sheena Nelson',
				username: 'sheena.nelson',
				customerId: 'US.13491208655302741918',
				answerTo: '+16505551234',
			},
		],
		[
			'history-media',
			{
				event: 'history',
				type: 'image',
				text: 'The broken cup',
				from: '16505551234',
				contactName: 'Sheena Nelson',
				mediaId: '24230790383178626',
				messageId: 'wamid.H3',
			},
		],
		[
			'history-media-sent',
			{
				event: 'history',
				type: 'document',
				from: '15550783881',
				to: '16505551234',
				customerId: 'US.13491208655302741918',
				answerTo: '+16505551234',
				fileName: 'invoice.pdf',
				mediaId: '24230790383178627',
			},
		],
		[
			'unknown-field',
			{
				event: 'hologram_update',
				action: 'BEAMED',
				hologramId: 7,
				events: ['kept'],
				phoneNumberId: '106540352242922',
			},
		],
		[
			'unknown-value',
			{ event: 'hologram_update', raw: { value: 'just text', field: 'hologram_update' } },
		],
	])('of %s has a text that says what happened', (name, expected) => {
		expect(only(name)).toMatchObject(expected);
	});

	it('has no window after a group message, a system message, or a deletion', () => {
		for (const name of ['message-text-group', 'message-system-number', 'message-revoke']) {
			expect(only(name)).not.toHaveProperty('windowExpiresAt');
		}
	});

	it('of a call’s recording, transcript, or history opens no customer service window', () => {
		for (const name of ['call-recording', 'call-transcript', 'history-media', 'echo-contacts']) {
			expect(only(name)).not.toHaveProperty('windowExpiresAt');
		}
	});

	it('of a history message that the business sent is about the customer of the thread', () => {
		expect(eventsOf('history-usernames')).toEqual([
			expect.objectContaining({
				from: '15550783881',
				to: '16505551234',
				userId: 'US.13491208655302741918',
				username: 'sheena.nelson',
				customerId: 'US.13491208655302741918',
				answerTo: '+16505551234',
				threadId: 'US.13491208655302741918',
				historyStatus: 'DELIVERED',
			}),
			expect.objectContaining({
				from: '16505551234',
				type: 'media_placeholder',
				username: 'sheena.nelson',
				customerId: 'US.13491208655302741918',
				answerTo: '+16505551234',
			}),
		]);
		const [sent, received] = eventsOf('history');
		expect(sent).toMatchObject({ from: '15550783881', customerId: '16505551234' });
		expect(received).toMatchObject({ from: '16505551234', customerId: '16505551234' });
		expect(received).not.toHaveProperty('to');
		expect(sent.raw).toMatchObject({
			history: [{ threads: [{ id: '16505551234', messages: [{ id: 'wamid.H1' }] }] }],
		});
	});

	it('of a sender without a contact has no name', () => {
		const [first, second] = eventsOf('message-two-senders');
		expect(first).toMatchObject({ contactName: 'Sheena Nelson' });
		expect(second).toMatchObject({
			from: '447700900202',
			userId: 'GB.7740090020212345678',
			customerId: 'GB.7740090020212345678',
		});
		expect(second).not.toHaveProperty('contactName');
		expect(second).not.toHaveProperty('username');
	});

	it('of the dashboard’s Test button is marked', () => {
		const sample = (id: string, phoneNumberId: string) =>
			readEvents([
				{
					businessAccountId: id,
					field: 'messages',
					value: {
						metadata: { phone_number_id: phoneNumberId },
						messages: [{ from: '16315551181', id: 'ABGGFlA5Fpa', type: 'text' }],
					},
				},
			])[0];
		expect(sample('0', '123456123')).toMatchObject({ isTestEvent: true });
		expect(sample('102290129340398', '106540352242922')).not.toHaveProperty('isTestEvent');
	});

	it('exists for every entry, change, message, and status, each with its own contact', () => {
		const events = eventsOf('batch');
		expect(events.map(({ event, text, contactName }) => [event, text, contactName])).toEqual([
			['message', 'Second', 'Ben Okafor'],
			['message', 'First', 'Sheena Nelson'],
			['status', 'read', 'Ben Okafor'],
			['account_alerts', 'Sample alert description', undefined],
		]);
		expect(events[0].raw).toMatchObject({
			contacts: [{ wa_id: '447700900202' }],
			messages: [{ id: 'wamid.B' }],
		});
		expect(events[0].raw).not.toHaveProperty('statuses');
	});

	it('exists for every entry of the lists of a change', () => {
		expect(eventsOf('history').map(({ text, answerTo }) => [text, answerTo])).toEqual([
			['Order is ready', '+16505551234'],
			['Thanks', '+16505551234'],
		]);
		expect(eventsOf('contact-sync').map(({ action }) => action)).toEqual(['add', 'remove']);
		expect(eventsOf('user-actions').map(({ action }) => action)).toEqual([
			'marketing_messages_link_click',
			'landing_page_view',
		]);
	});

	it("of another app's conversation is never called a message", () => {
		expect(eventsOf('standby').map(({ event, standbyEvent }) => [event, standbyEvent])).toEqual([
			['standby', 'message'],
			['standby', 'message_echo'],
			['standby', 'status'],
		]);
	});

	it('exists for a fixture of nearly every field of Meta’s', () => {
		const shown = new Set(NAMES.flatMap((name) => eventsOf(name).map(({ field }) => field)));
		const undocumented = ['business_status_update', 'consumer_profile', 'message_echoes'];
		expect(WEBHOOK_FIELDS.map(({ field }) => field).filter((field) => !shown.has(field))).toEqual(
			undocumented.sort(),
		);
	});
});
