import { buttonsMessage } from '../../../cloud-api/messages/buttons';
import { carouselMessage } from '../../../cloud-api/messages/carousel';
import { contactsMessage } from '../../../cloud-api/messages/contacts';
import { messageBody } from '../../../cloud-api/messages/envelope';
import { flowMessage } from '../../../cloud-api/messages/flow';
import { listMessage } from '../../../cloud-api/messages/list';
import { locationMessage } from '../../../cloud-api/messages/location';
import { mediaMessage } from '../../../cloud-api/messages/media';
import { orderDetailsMessage } from '../../../cloud-api/messages/orderDetails';
import { reactionMessage } from '../../../cloud-api/messages/reaction';
import { parseRecipient } from '../../../cloud-api/messages/recipient';
import { textMessage } from '../../../cloud-api/messages/text';
import { urlButtonMessage } from '../../../cloud-api/messages/urlButton';
import type { MediaType } from '../../../cloud-api/media/mediaTypes';
import {
	body,
	buttons,
	COUNTS,
	media,
	order,
	rows,
	text,
	TEXTS,
	to,
} from '../../support/limitCases';
import { files } from '../support';
import { html } from './uploads';

/** One rule of the node, and the request that would leave if it did not check. */
export interface Rule {
	name: string;
	/** Fails with the node's own words. */
	refuse: () => unknown;
	/** What would be sent. */
	unchecked: () => object;
	/** The nearest message that is valid. */
	valid: () => object;
}

type Json = Record<string, unknown>;
const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

/** Text rules: the message with the longest text, in which the text is then made longer. */
const texts: Rule[] = TEXTS.map(([name, limit, , make]) => ({
	name: `${name} of ${limit + 1} characters`,
	refuse: () => make('q'.repeat(limit + 1)),
	valid: () => make('q'.repeat(limit)) as object,
	unchecked: () =>
		JSON.parse(
			JSON.stringify(make('q'.repeat(limit))).replaceAll('q'.repeat(limit), 'q'.repeat(limit + 1)),
		) as object,
}));

/** Count rules: the message with the most or fewest, in which entries are then added or removed. */
const counts: Rule[] = COUNTS.flatMap(([name, { min, max }, , make]) =>
	[
		{ valid: max, count: max + 1 },
		{ valid: min, count: min - 1 },
	]
		.filter(({ count }) => count >= 0)
		.map(({ valid, count }) => ({
			name: `${name}: ${count}`,
			refuse: () => make(count),
			valid: () => make(valid),
			unchecked: () =>
				name.startsWith('line breaks')
					? copy(JSON.parse(JSON.stringify(make(valid)).replaceAll('\\nb', '\\nb\\nb')))
					: (resized(copy(make(valid)), valid, count) as object),
		})),
);

/** The value with its first list of `from` entries, or its number `from`, made `count`. */
function resized(value: unknown, from: number, count: number): unknown {
	if (value === from) return count;
	if (Array.isArray(value) && value.length === from) return resizedList(value, count);
	if (Array.isArray(value)) return value.map((one) => resized(one, from, count));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, resized(one, from, count)]),
	);
}

function resizedList(list: unknown[], count: number): unknown[] {
	return Array.from({ length: count }, (_, index): unknown => {
		const own = list[index];
		if (own !== undefined) return own;
		const last = JSON.stringify(list.at(-1));
		return JSON.parse(
			last
				.replaceAll(`id${list.length - 1}`, `id${index}`)
				.replaceAll(`Title ${list.length - 1}`, `Title ${index}`)
				.replaceAll(`"card_index":${list.length - 1}`, `"card_index":${index}`),
		);
	});
}

/** A rule whose request differs from a valid message in one value. */
function changed(
	name: string,
	refuse: () => unknown,
	valid: () => object,
	change: (message: Json) => void,
): Rule {
	return {
		name,
		refuse,
		valid,
		unchecked: () => {
			const message = copy(valid());
			change(message);
			return message;
		},
	};
}

/** Sets a value at a path such as `interactive.body.text`. */
const set = (path: string, value: unknown) => (message: Json) => {
	const steps = path.split('.');
	const last = steps.pop() ?? '';
	const at = steps.reduce<Json>((object, step) => object[step] as Json, message);
	if (value === undefined) delete at[last];
	else at[last] = value;
};

const yes = { id: 'yes', title: 'Yes' };
const list = (sections: Parameters<typeof listMessage>[0]['sections']) =>
	listMessage({ body, button: 'Open', sections });
const cards = (count: number) =>
	carouselMessage({
		body,
		mediaType: 'image',
		cards: Array.from({ length: count }, () => ({
			media,
			urlButton: { displayText: 'Open', url: 'https://example.com' },
		})),
	});
const link = () => mediaMessage({ type: 'image', media: { link: 'https://example.com/a.png' } });
const urlButton = (url: string) => urlButtonMessage({ body, displayText: 'Open', url });
const recipient = (value: string): Rule =>
	changed(
		`the recipient "${value}"`,
		() => parseRecipient(value),
		() => messageBody(to, text),
		set('to', value),
	);

const others: Rule[] = [
	changed(
		'an empty text',
		() => textMessage({ text: '' }),
		() => text,
		set('text.body', ''),
	),
	changed(
		'a text of spaces',
		() => textMessage({ text: ' ' }),
		() => text,
		set('text.body', '  '),
	),
	changed(
		'an empty body',
		() => buttonsMessage({ body: '', buttons }),
		() => buttonsMessage({ body, buttons }),
		set('interactive.body.text', ''),
	),
	changed(
		'equal button titles',
		() => buttonsMessage({ body, buttons: [yes, { id: 'no', title: 'Yes' }] }),
		() => buttonsMessage({ body, buttons: [yes, { id: 'no', title: 'No' }] }),
		set('interactive.action.buttons.1.reply.title', 'Yes'),
	),
	changed(
		'equal button IDs',
		() => buttonsMessage({ body, buttons: [yes, { id: 'yes', title: 'No' }] }),
		() => buttonsMessage({ body, buttons: [yes, { id: 'no', title: 'No' }] }),
		set('interactive.action.buttons.1.reply.id', 'yes'),
	),
	changed(
		'a button title with a space at its end',
		() => buttonsMessage({ body, buttons: [{ id: 'yes', title: 'Yes ' }] }),
		() => buttonsMessage({ body, buttons }),
		set('interactive.action.buttons.0.reply.title', 'Yes '),
	),
	changed(
		'equal row IDs',
		() => list([{ rows: [rows[0], rows[0]] }]),
		() => list([{ rows: [rows[0], { id: 'two', title: 'Two' }] }]),
		set('interactive.action.sections.0.rows.1.id', 'one'),
	),
	changed(
		'two list sections of which one has no title',
		() => list([{ title: 'A', rows }, { rows: [{ id: 'two', title: 'Two' }] }]),
		() =>
			list([
				{ title: 'A', rows },
				{ title: 'B', rows: [{ id: 'two', title: 'Two' }] },
			]),
		set('interactive.action.sections.1.title', undefined),
	),
	changed(
		'a URL with a space',
		() => urlButton('https://a.example/b c'),
		() => urlButton('https://a.example'),
		set('interactive.action.parameters.url', 'https://a.example/b c'),
	),
	changed(
		'a URL with braces',
		() => urlButton('https://a.example/{{1}}'),
		() => urlButton('https://a.example'),
		set('interactive.action.parameters.url', 'https://a.example/{{1}}'),
	),
	changed(
		'a URL that is none',
		() => urlButton('example'),
		() => urlButton('https://a.example'),
		set('interactive.action.parameters.url', 'example'),
	),
	changed(
		'latitude 91',
		() => locationMessage({ latitude: 91, longitude: 0 }),
		() => locationMessage({ latitude: 9, longitude: 0 }),
		set('location.latitude', 91),
	),
	changed(
		'longitude -181',
		() => locationMessage({ latitude: 9, longitude: -181 }),
		() => locationMessage({ latitude: 9, longitude: 0 }),
		set('location.longitude', -181),
	),
	changed(
		'a location without latitude',
		() => locationMessage({ latitude: '', longitude: 0 }),
		() => locationMessage({ latitude: 9, longitude: 0 }),
		set('location.latitude', undefined),
	),
	changed(
		'media with a link and an ID',
		() => mediaMessage({ type: 'image', media: { id: '1', link: 'https://example.com/a.png' } }),
		link,
		set('image.id', '1'),
	),
	changed(
		'media without a link or an ID',
		() => mediaMessage({ type: 'image', media: {} }),
		link,
		set('image.link', undefined),
	),
	changed(
		'a media link that is none',
		() => mediaMessage({ type: 'image', media: { link: 'a.png' } }),
		link,
		set('image.link', 'a.png'),
	),
	changed(
		'a caption on audio',
		() => mediaMessage({ type: 'audio', media: { link: 'https://example.com/a' }, caption: 'a' }),
		() => mediaMessage({ type: 'audio', media: { link: 'https://example.com/a' } }),
		set('audio.caption', 'a'),
	),
	changed(
		'a contact without a name',
		() => contactsMessage({ contacts: [{}] }),
		() => contactsMessage({ contacts: [{ firstName: 'Ana' }] }),
		set('contacts.0.name', {}),
	),
	changed(
		'a birthday that is no date',
		() => contactsMessage({ contacts: [{ firstName: 'Ana', birthday: '31.12.1990' }] }),
		() => contactsMessage({ contacts: [{ firstName: 'Ana' }] }),
		set('contacts.0.birthday', '31.12.1990'),
	),
	changed(
		'a reaction without a message',
		() => reactionMessage({ messageId: '', emoji: '👍' }),
		() => reactionMessage({ messageId: 'wamid.1', emoji: '👍' }),
		set('reaction.message_id', ''),
	),
	changed(
		'a reaction of words',
		() => reactionMessage({ messageId: 'wamid.1', emoji: 'nice' }),
		() => reactionMessage({ messageId: 'wamid.1', emoji: '👍' }),
		set('reaction.emoji', 'nice'),
	),
	changed(
		'an emoji on a flow button',
		() => flowMessage({ body, flowId: '1', cta: 'Go 🚀' }),
		() => flowMessage({ body, flowId: '1', cta: 'Go' }),
		set('interactive.action.parameters.flow_cta', 'Go 🚀'),
	),
	changed(
		'an order in a currency that is none',
		() => orderDetailsMessage({ ...order, currency: 'RUPEES' }),
		() => orderDetailsMessage(order),
		set('interactive.action.parameters.currency', 'RUPEES'),
	),
	changed(
		'an order reference with a space',
		() => orderDetailsMessage({ ...order, referenceId: 'a b' }),
		() => orderDetailsMessage(order),
		set('interactive.action.parameters.reference_id', 'a b'),
	),
	changed(
		'a carousel of different buttons',
		() =>
			carouselMessage({
				body,
				mediaType: 'image',
				cards: [
					{ media, urlButton: { displayText: 'Open', url: 'https://example.com' } },
					{ media, buttons },
				],
			}),
		() => cards(2),
		set('interactive.action.cards.1.action', {
			buttons: [{ type: 'quick_reply', quick_reply: yes }],
		}),
	),
	recipient('+49 170'),
	recipient('+49 170 1234567 / 89'),
	recipient('919876543210.0x'),
	recipient('9.19E+11'),
	recipient('ana@example.com'),
];

export const RULES: Rule[] = [...texts, ...counts, ...others];

/** Values of a template that the node rejects, for the body "Dear {{1}}, see {{2}}" and a URL button. */
export const TEMPLATE_RULES: Array<[name: string, values: Record<string, unknown>, code: number]> =
	[
		['a value with a line break', { 'body.1': 'one\ntwo' }, 132018],
		['a value with a tab', { 'body.1': 'one\ttwo' }, 132018],
		['a value with five spaces', { 'body.1': 'one     two' }, 132018],
		['a value that is missing', { 'body.2': undefined }, 132000],
		['one value too many', { 'body.3': 'three' }, 132000],
		['a body of more than 1,024 characters', { 'body.1': 'x'.repeat(1020) }, 132005],
		['a header of more than 60 characters', { 'header.text.1': 'x'.repeat(58) }, 132005],
		['a URL end with a space', { 'button.0.url': 'a b' }, 132018],
		['a URL end that is missing', { 'button.0.url': undefined }, 131008],
	];

/** Files that the node does not upload: what, the media type, its bytes, declaration, and name. */
export const UPLOAD_RULES: Array<[name: string, kind: MediaType, Buffer, string, string]> = [
	['text declared as MP3', 'audio', Buffer.from('Flour; 1 kg\n'), 'audio/mpeg', 'song.mp3'],
	['HTML declared as PDF', 'document', html, 'application/pdf', 'invoice.pdf'],
	['HTML declared as JPEG', 'image', html, 'image/jpeg', 'photo.jpg'],
	['PDF declared as JPEG', 'image', files.pdf, 'image/jpeg', 'photo'],
	['a file without content', 'document', Buffer.alloc(0), 'application/pdf', 'empty.pdf'],
	[
		'an SVG',
		'image',
		Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
		'image/svg+xml',
		'a.svg',
	],
];

/** The codes of rules that Meta does not answer with 131009, by name. */
const CODES: Record<string, number> = {
	'text of 4097 characters': 100,
	'caption of 1025 characters': 100,
	'callback data of 513 characters': 100,
	'contacts: 258': 100,
	'contacts: 0': 100,
	'an empty text': 100,
	'a text of spaces': 100,
	'two list sections of which one has no title': 131008,
	'latitude 91': 100,
	'longitude -181': 100,
	'a location without latitude': 131008,
	'media without a link or an ID': 131008,
	'a media link that is none': 100,
	'a caption on audio': 100,
	'a contact without a name': 131008,
	'a reaction without a message': 100,
};

/** The sandbox's code for the request that breaks a rule. */
export function codeOf(name: string): number {
	return CODES[name] ?? 131009;
}
