import { sublimeSearch } from '@n8n/utils/dist/search/sublime-search';
import codex from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node.json';
import { resources } from '../../../nodes/WhatsAppCloud/resources';

/** What the editor searches: the actions of the node, and the node itself by name and alias. */
const KEYS = [
	{ key: 'properties.displayName', weight: 1.3 },
	{ key: 'properties.codex.alias', weight: 1 },
];
const ACTIONS = resources.flatMap(({ value: resource, operations }) =>
	operations.map(({ value, action }) => ({
		key: `${resource}.${value}`,
		properties: { displayName: action },
	})),
);
const NODE = {
	key: 'whatsAppCloud',
	properties: { displayName: 'WhatsApp Cloud API', codex: { alias: codex.alias } },
};

/** Keys of the actions that n8n's own search finds, best first. */
const found = (words: string) => sublimeSearch(words, ACTIONS, KEYS).map(({ item }) => item.key);

describe("n8n's search finds the operation for what a builder types", () => {
	it.each([
		['send text', 'message.sendText'],
		['send image', 'message.sendMedia'],
		['send file', 'message.sendMedia'],
		['voice message', 'message.sendMedia'],
		['send template', 'message.sendTemplate'],
		['reply buttons', 'message.sendButtons'],
		['list message', 'message.sendList'],
		['wait for response', 'message.sendAndWait'],
		['approval', 'message.sendAndWait'],
		['typing', 'message.markAsRead'],
		['catalog', 'message.sendProducts'],
		['download media', 'media.download'],
		['ad conversion', 'conversion.sendEvent'],
		['report sale', 'conversion.sendEvent'],
		['create group', 'group.create'],
		['group link', 'group.getInviteLink'],
		['approve join', 'group.approveJoinRequests'],
		['reject call', 'call.reject'],
		['call hours', 'call.setSettings'],
		['call permission', 'call.getPermission'],
		['payment status', 'payment.get'],
		['refund', 'payment.refund'],
		['set username', 'username.set'],
		['create signup', 'signup.create'],
		['handover', 'conversation.pass'],
		['pass conversation', 'conversation.pass'],
		['qr code', 'qrCode.create'],
		['block', 'user.block'],
	])('"%s" → %s among the first three', (words, operation) => {
		expect(found(words).slice(0, 3)).toContain(operation);
	});

	it.each([
		'whatsapp',
		'whatsapp message',
		'whatsapp ad conversion',
		'whatsapp group link',
		'whatsapp call',
		'whatsapp refund',
		'whatsapp template',
		'whatsapp username',
		'send and wait',
	])('"%s" finds the node', (words) => {
		expect(sublimeSearch(words, [NODE], KEYS)).toHaveLength(1);
	});
});
