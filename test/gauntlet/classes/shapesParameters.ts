import type { INodeParameters } from 'n8n-workflow';
import type { startSandbox } from '../../../sandbox';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const ORDER = {
	reference_id: 'order-1',
	type: 'digital-goods',
	currency: 'INR',
	total_amount: { value: 1000, offset: 100 },
	payment_settings: [
		{
			type: 'payment_gateway',
			payment_gateway: { type: 'razorpay', configuration_name: 'sandbox-razorpay' },
		},
	],
	order: {
		status: 'pending',
		items: [{ retailer_id: '1', name: 'Bread', amount: { value: 1000, offset: 100 }, quantity: 1 }],
		subtotal: { value: 1000, offset: 100 },
		tax: { value: 0, offset: 100 },
	},
};

/** Values with which most operations reach Graph: those of all resources, and those of one. */
export async function parametersOf(sandbox: Sandbox): Promise<Record<string, INodeParameters>> {
	const { control, seed } = sandbox;
	const customer = control.customer('15550100201');
	await control.changeNumber(seed.phoneNumberId, {
		official: true,
		routingRole: 'customer_service',
	});
	const template = await control.addTemplate({
		name: 'shapes',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Hello' }],
	});
	const byName = { __rl: true, mode: 'name', value: template.name };
	const group = await control.addGroup({
		participants: ['15550100201'],
		joinApprovalMode: 'approval_required',
	});
	const received = await customer.send({ type: 'text', text: 'Hi' });
	const call = await customer.call();
	const signupMessage = 'Get our weekly offers';
	const policy = 'https://www.facebook.com/legal/signups';
	const terms = {
		signup_message: signupMessage,
		privacy_policy_url: 'https://example.com',
		policy,
	};
	const signup = await post(sandbox, `${seed.businessAccountId}/signups`, terms);
	await payOrder(sandbox);
	return {
		all: {
			template: byName,
			otherTemplate: byName,
			templateName: template.name,
			templateIds: template.id,
			sourceAccount: id(seed.businessAccountId),
			recipient: '+15550100201',
			users: '+15550100201',
			userId: 'US.13491208655302741918',
			messageId: received.id,
			mediaId: '1',
			emoji: '👍',
			text: 'Hi',
			message: '{"type":"text","text":{"body":"Hi"}}',
			body: 'Hi',
			name: 'new_template',
			buttonsInput: 'json',
			buttonsJson: '["Yes"]',
			button: 'Menu',
			sectionsInput: 'json',
			choicesLines: 'One\nTwo',
			displayText: 'Open',
			url: 'https://example.com',
			latitude: '1',
			longitude: '2',
			contactsInput: 'json',
			flow: id(seed.flowId),
			cta: 'Open',
			catalogId: '1',
			productRetailerId: '1',
			referenceId: '1',
			pin: '123456',
			code: '123456',
			displayName: 'Lucky Shrub',
			callbackUrl: 'https://example.com/hook',
			verifyToken: 'verify',
			prefilledMessage: 'Hi',
			fix: { subscribe: true },
			settings: { callingEnabled: true },
			changes: { about: 'Bread' },
		},
		template: {
			template: id(template.id),
			templateLanguage: 'en_US',
			otherTemplate: id(template.id),
			changes: false,
		},
		flow: { flow: id(seed.draftFlowId), name: 'shapes', changes: { name: 'other' } },
		phoneNumber: {
			phone: '+15550100177',
			verifiedName: 'Bread',
			changes: {},
		},
		group: {
			groupId: group.id,
			subject: 'Wine tasting',
			participants: '+15550100201',
			joinRequestIds: 'request-1',
			changes: { subject: 'Bread' },
		},
		call: { callId: call.id, customer: '+15550100201', settings: { status: 'ENABLED' } },
		conversion: { eventName: 'LeadSubmitted', ctwaClid: 'click-1' },
		payment: {
			configuration: 'sandbox-razorpay',
			referenceId: ORDER.reference_id,
			amount: 1,
			currency: 'INR',
		},
		username: { username: 'lucky_shrub' },
		signup: {
			signupMessage,
			privacyPolicyUrl: 'https://example.com',
			options: { policy },
			signupId: signup.id,
			changes: { signupMessage: 'Bread' },
		},
	};
}

async function payOrder(sandbox: Sandbox): Promise<void> {
	const customer = sandbox.control.customer('15550100201');
	const { messages } = await post(sandbox, `${sandbox.seed.phoneNumberId}/messages`, {
		messaging_product: 'whatsapp',
		to: '15550100201',
		type: 'interactive',
		interactive: {
			type: 'order_details',
			body: { text: 'Your order' },
			action: { name: 'review_and_pay', parameters: ORDER },
		},
	});
	await customer.pay(messages[0].id);
}

interface Created {
	id: string;
	messages: Array<{ id: string }>;
}

/** @throws Error with what the sandbox answers when it rejects the request */
async function post({ url, seed }: Sandbox, path: string, body: object): Promise<Created> {
	const answer = await fetch(`${url}/v25.0/${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${seed.accessToken}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
	return (await answer.json()) as Created;
}
