import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { activated, received } from '../trigger/support';
import { fieldsOf, filledIn, output } from './support';

const stage = withSandbox();

type Form = Record<string, unknown>;
interface Journey {
	form: Form;
	/** What a person fills in when sending. */
	values: IDataObject;
	/** Options of the message. */
	options?: INodeParameters;
	/** What the customer sees. */
	expected: object;
}

const body = { body: 'Dear [[1]], your order is on its way to you.' };
const samples = (...values: string[]): Form => ({
	bodySamples: { sample: values.map((value) => ({ variable: '', value })) },
});
const one = { ...body, ...samples('Pablo') };
const ana = { 'body.1': 'Ana' };
const said = { body: 'Dear Ana, your order is on its way to you.' };
const button = (...list: Form[]): Form => ({
	category: 'UTILITY',
	...one,
	buttons: { button: list },
});
const marketing = { category: 'MARKETING' };
const inOneHour = () => new Date(Date.now() + 3_600_000).toISOString();

const JOURNEYS: Record<string, Journey> = {
	'no header': { form: { category: 'UTILITY', ...one }, values: ana, expected: said },
	'text header': {
		form: {
			category: 'UTILITY',
			...one,
			header: 'TEXT',
			headerText: 'Order [[1]]',
			headerSample: '42',
		},
		values: { ...ana, 'header.text.1': '4711' },
		expected: { ...said, header: { format: 'TEXT', text: 'Order 4711' } },
	},
	'named variables': {
		form: {
			category: 'UTILITY',
			header: 'TEXT',
			headerText: 'Hello [[first_name]]',
			headerSample: 'Pablo',
			body: 'Your order [[order_id]] comes [[day]] for sure.',
			bodySamples: {
				sample: [
					{ variable: 'day', value: 'today' },
					{ variable: 'order_id', value: '42' },
				],
			},
		},
		values: { 'header.text.first_name': 'Ana', 'body.order_id': '4711', 'body.day': 'tomorrow' },
		expected: {
			header: { format: 'TEXT', text: 'Hello Ana' },
			body: 'Your order 4711 comes tomorrow for sure.',
		},
	},
	'image header, sent from binary data': {
		form: { category: 'UTILITY', ...one, header: 'IMAGE', headerBinary: 'picture' },
		values: { ...ana, 'header.image': 'picture' },
		expected: { ...said, header: { format: 'IMAGE', media: { mimeType: 'image/png' } } },
	},
	'video header, sent from binary data': {
		form: { category: 'UTILITY', ...one, header: 'VIDEO', headerBinary: 'film' },
		values: { ...ana, 'header.video': 'film' },
		expected: { ...said, header: { format: 'VIDEO', media: { mimeType: 'video/mp4' } } },
	},
	'document header, with the file name of the binary data': {
		form: { category: 'UTILITY', ...one, header: 'DOCUMENT', headerBinary: 'paper' },
		values: { ...ana, 'header.document': 'paper' },
		expected: { ...said, header: { format: 'DOCUMENT', media: { filename: 'Invoice 42.pdf' } } },
	},
	'GIF header, through the Marketing Messages API': {
		form: { ...marketing, layout: 'standard', ...one, header: 'GIF', headerBinary: 'film' },
		values: { ...ana, 'header.gif': 'film' },
		options: { marketingMessages: true },
		expected: { ...said, header: { format: 'GIF', media: { mimeType: 'video/mp4' } } },
	},
	'location header': {
		form: { category: 'UTILITY', ...one, header: 'LOCATION' },
		values: {
			...ana,
			'header.location.latitude': 37.44,
			'header.location.longitude': -122.16,
			'header.location.name': 'Bakery',
			'header.location.address': '1 Main St',
		},
		expected: { ...said, header: { format: 'LOCATION', location: { name: 'Bakery' } } },
	},
	'product header with a single-product button': {
		form: {
			...marketing,
			layout: 'standard',
			header: 'PRODUCT',
			...one,
			buttons: { button: [{ type: 'SPM', text: 'View' }] },
		},
		values: { ...ana, 'header.product.id': 'sku1', 'header.product.catalog': '194836987003835' },
		expected: { ...said, buttons: [{ type: 'SPM' }] },
	},
	'quick replies, one with a payload': {
		form: button({ type: 'QUICK_REPLY', text: 'Thanks' }, { type: 'QUICK_REPLY', text: 'Stop' }),
		values: { ...ana, 'button.1.payload': 'STOP' },
		expected: { ...said, buttons: [{ text: 'Thanks' }, { text: 'Stop', payload: 'STOP' }] },
	},
	'website buttons with and without a variable': {
		form: button(
			{ type: 'URL', text: 'Shop', url: 'https://example.com' },
			{ type: 'URL', text: 'Track', url: 'https://example.com/t/[[1]]', urlSample: 'abc' },
		),
		values: { ...ana, 'button.1.url': '4711' },
		expected: {
			...said,
			buttons: [{ url: 'https://example.com' }, { url: 'https://example.com/t/4711' }],
		},
	},
	'phone number button': {
		form: button({ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+15550100100' }),
		values: ana,
		expected: { ...said, buttons: [{ type: 'PHONE_NUMBER', text: 'Call' }] },
	},
	'copy code button': {
		form: {
			...button({ type: 'COPY_CODE', couponSample: '25OFF' }),
			...marketing,
			layout: 'standard',
		},
		values: { ...ana, 'button.0.coupon': '10OFF' },
		expected: { ...said, buttons: [{ type: 'COPY_CODE', code: '10OFF' }] },
	},
	'flow button': {
		form: button({ type: 'FLOW', text: 'Book', flowId: '700000000000001', flowScreen: 'FEEDBACK' }),
		values: { ...ana, 'button.0.flow.token': 'T1', 'button.0.flow.data': { day: 'today' } },
		expected: { ...said, buttons: [{ type: 'FLOW', flowToken: 'T1' }] },
	},
	'catalog button': {
		form: {
			...button({ type: 'CATALOG', text: 'View catalog' }),
			...marketing,
			layout: 'standard',
		},
		values: { ...ana, 'button.0.catalog': 'sku1' },
		expected: { ...said, buttons: [{ type: 'CATALOG' }] },
	},
	'multi-product button': {
		form: {
			...button({ type: 'MPM', text: 'View items' }),
			...marketing,
			layout: 'standard',
		},
		values: {
			...ana,
			'button.0.mpm.thumbnail': 'sku1',
			'button.0.mpm.sections': '[{"title": "Bread", "products": ["sku1", "sku2"]}]',
		},
		expected: { ...said, buttons: [{ type: 'MPM' }] },
	},
	'voice call button': {
		form: button({ type: 'VOICE_CALL', text: 'Call us', callMinutes: 60 }),
		values: { ...ana, 'button.0.call.minutes': 30 },
		expected: { ...said, buttons: [{ type: 'VOICE_CALL' }] },
	},
	'order details button': {
		form: button({ type: 'ORDER_DETAILS', text: 'Review and Pay' }),
		values: { ...ana, 'button.0.order': { reference_id: 'r1' } },
		expected: { ...said, buttons: [{ type: 'ORDER_DETAILS' }] },
	},
	'contact request button': {
		form: button({ type: 'REQUEST_CONTACT_INFO' }),
		values: ana,
		expected: { ...said, buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
	},
	...Object.fromEntries(
		['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].map((otpType): [string, Journey] => [
			`one-time password, ${otpType}`,
			{
				form: {
					category: 'AUTHENTICATION',
					otpType,
					addSecurityRecommendation: true,
					codeExpirationMinutes: 5,
					zeroTapTermsAccepted: true,
					apps: { app: [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }] },
				},
				values: { code: '246810' },
				expected: {
					body: '*246810* is your verification code. For your security, do not share this code.',
					footer: 'This code expires in 5 minutes.',
					buttons: [expect.objectContaining({ code: '246810' })],
				},
			},
		]),
	),
	'limited-time offer': {
		form: {
			...marketing,
			layout: 'offer',
			offerText: 'Hurry up!',
			offerExpires: true,
			header: 'IMAGE',
			headerBinary: 'picture',
			...one,
			buttons: {
				button: [
					{ type: 'COPY_CODE', couponSample: 'CARIBE25' },
					{ type: 'URL', text: 'Book', url: 'https://example.com/?c=[[1]]', urlSample: 'x' },
				],
			},
		},
		values: {
			...ana,
			'header.image': 'https://example.com/a.png',
			'offer.expiration': inOneHour(),
			'button.0.coupon': 'CARIBE25',
			'button.1.url': 'n3mtql',
		},
		expected: { ...said, offer: { text: 'Hurry up!' }, buttons: [{ code: 'CARIBE25' }, {}] },
	},
	'media carousel': {
		form: {
			...marketing,
			layout: 'carousel',
			...one,
			cards: {
				card: ['Rye bread', 'White bread'].map((bread) => ({
					header: 'IMAGE',
					headerBinary: 'picture',
					body: `${bread} for only [[1]] today.`,
					bodySamples: { sample: [{ variable: '1', value: '3 EUR' }] },
					buttons: {
						button: [
							{ type: 'QUICK_REPLY', text: 'More' },
							{ type: 'URL', text: 'Buy', url: 'https://example.com/[[1]]', urlSample: 'rye' },
						],
					},
				})),
			},
		},
		values: {
			...ana,
			'card.0.header.image': 'picture',
			'card.0.body.1': '4 EUR',
			'card.0.button.1.url': 'rye',
			'card.1.header.image': 'picture',
			'card.1.body.1': '2 EUR',
			'card.1.button.0.payload': 'WHITE',
			'card.1.button.1.url': 'white',
		},
		expected: {
			...said,
			cards: [
				{ body: 'Rye bread for only 4 EUR today.' },
				{ body: 'White bread for only 2 EUR today.' },
			],
		},
	},
	'product carousel, sent with three cards': {
		form: {
			...marketing,
			layout: 'carousel',
			...one,
			cards: {
				card: [1, 2].map(() => ({
					header: 'PRODUCT',
					buttons: { button: [{ type: 'SPM', text: 'View' }] },
				})),
			},
		},
		values: {
			...ana,
			...Object.fromEntries(
				[0, 1, 2].flatMap((index) => [
					[`card.${index}.header.product.id`, `sku${index}`],
					[`card.${index}.header.product.catalog`, '194836987003835'],
				]),
			),
		},
		expected: { ...said, cards: [{}, {}, {}] },
	},
};

describe('from the form to the customer: submit, review, webhook, sync, fields, send', () => {
	beforeAll(async () => {
		await stage.engine.listen();
	});

	test.each(Object.entries(JOURNEYS))(
		'%s',
		async (title, { form, values, options = {}, expected }) => {
			const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '_');
			const trigger = await activated(stage, {
				registerFor: 'app',
				events: ['message_template_status_update'],
			});
			const [submitted] = await output(stage, 'template', 'submit', {
				name,
				language: 'en_US',
				...form,
			} as INodeParameters);
			await stage.control.advance(10_000);

			const [[event]] = await received(stage, 1);
			expect(event).toMatchObject({
				event: 'message_template_status_update',
				action: 'APPROVED',
				templateId: submitted.templateId,
				templateName: name,
			});
			await trigger.deactivate();

			const synced = await output(stage, 'template', 'getAll', { filters: { name } });
			expect(synced).toMatchObject([{ name, status: 'APPROVED', sendable: true }]);
			const { fields } = await fieldsOf(stage, name);
			const ids = fields.map(({ id }) => id);
			expect(ids).toEqual(expect.arrayContaining(Object.keys(values)));
			expect(ids).toEqual(expect.arrayContaining(synced[0].parameters as string[]));

			const [sent] = await output(stage, 'message', 'sendTemplate', {
				...(await filledIn(stage, name, values)),
				options,
			});
			expect(sent).toMatchObject({ messageStatus: 'accepted', template: name, language: 'en_US' });
			const message = await stage.control.message(String(sent.messageId));
			expect(message.template).toMatchObject(expected);
		},
	);
});
