import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { getAnalytics } from '../../../../cloud-api/accounts/analytics';
import { setAutomation } from '../../../../cloud-api/accounts/automation';
import { changeDisplayName } from '../../../../cloud-api/accounts/numberRegistration';
import { updateProfile } from '../../../../cloud-api/accounts/profile';
import { profilePhoto } from '../../../../cloud-api/accounts/profilePhoto';
import { createQrCode } from '../../../../cloud-api/accounts/qrCodes';
import { GraphApi } from '../../../../cloud-api/graph';

const PHONE_NUMBER = '106540352242922';

/** A client whose requests all succeed, and what it has sent. */
function accepting() {
	const sent: unknown[] = [];
	const graph = new GraphApi({
		baseUrl: 'https://graph.facebook.com',
		version: 'v25.0',
		transport: async ({ body }) => {
			sent.push(body);
			return {
				status: 200,
				headers: {},
				body: { success: true, id: 'upload:1', h: 'handle', data: [] },
			};
		},
	});
	return { graph, sent };
}

/** A square PNG of this many pixels and bytes, as far as its header tells. */
function png(pixels: number, bytes = 100): Buffer {
	const content = Buffer.alloc(bytes);
	Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(content);
	content.writeUInt32BE(pixels, 16);
	content.writeUInt32BE(pixels, 20);
	return content;
}

const letters = (count: number) => 'ü'.repeat(count);
const list = <T>(count: number, one: (index: number) => T) =>
	Array.from({ length: count }, (_, index) => one(index));

const DAY = 86_400;
const NOW = 1_800_000_000;

/** Daily figures that end now. */
const figures = async (
	graph: GraphApi,
	kind: Parameters<typeof getAnalytics>[2]['kind'],
	daysBack: number,
	templateIds?: string[],
) =>
	await getAnalytics(graph, '102290129340398', {
		kind,
		start: NOW - daysBack * DAY,
		end: NOW,
		granularity: 'day',
		templateIds,
		now: NOW,
	});

type Act = (graph: GraphApi, size: number) => Promise<unknown>;

const profile =
	(changes: (size: number) => Parameters<typeof updateProfile>[2]): Act =>
	async (graph, size) =>
		await updateProfile(graph, PHONE_NUMBER, changes(size));
const automation =
	(changes: (size: number) => Partial<Parameters<typeof setAutomation>[2]>): Act =>
	async (graph, size) =>
		await setAutomation(graph, PHONE_NUMBER, { prompts: [], commands: [], ...changes(size) });

/** The limits are Meta's numbers, written out so that a wrong constant fails. */
const MAXIMA: Array<[name: string, max: number, act: Act]> = [
	// business-profiles: WhatsApp Business Profile API
	['about', 139, profile((size) => ({ about: letters(size) }))],
	['address', 256, profile((size) => ({ address: letters(size) }))],
	['description', 512, profile((size) => ({ description: letters(size) }))],
	['email', 128, profile((size) => ({ email: `${'a'.repeat(size - 12)}@example.com` }))],
	['websites', 2, profile((size) => ({ websites: list(size, (at) => `https://a.example/${at}`) }))],
	[
		'length of a website',
		256,
		profile((size) => ({ websites: [`https://a.example/${'a'.repeat(size - 18)}`] })),
	],
	// business-phone-numbers/conversational-components
	['prompts', 4, automation((size) => ({ prompts: list(size, (at) => `Prompt ${at}`) }))],
	['length of a prompt', 80, automation((size) => ({ prompts: [letters(size)] }))],
	[
		'commands',
		30,
		automation((size) => ({
			commands: list(size, (at) => ({ command: `command${at}`, description: 'Does it' })),
		})),
	],
	[
		'length of a command',
		32,
		automation((size) => ({ commands: [{ command: 'a'.repeat(size), description: 'Does it' }] })),
	],
	[
		'length of a command description',
		256,
		automation((size) => ({ commands: [{ command: 'help', description: letters(size) }] })),
	],
	// business-phone-numbers/qr-codes
	[
		'length of a QR code message',
		140,
		async (graph, size) => await createQrCode(graph, PHONE_NUMBER, letters(size)),
	],
	// business-profiles: profile_picture_handle
	[
		'bytes of a profile photo',
		5_000_000,
		async (graph, size) => await profilePhoto(graph, '1', { content: png(640, size) }),
	],
	// analytics: template analytics
	[
		'templates in one question for analytics',
		10,
		async (graph, size) =>
			await figures(
				graph,
				'templates',
				7,
				list(size, (at) => `${1000 + at}`),
			),
	],
	// analytics: 90 days of templates, a year of all else. The day that has begun counts in addition.
	[
		'days back of template analytics',
		90 + 1,
		async (graph, size) => await figures(graph, 'templates', size, ['1000']),
	],
	...(['messages', 'conversations', 'pricing'] as const).map((kind): (typeof MAXIMA)[number] => [
		`days back of ${kind} analytics`,
		365 + 1,
		async (graph, size) => await figures(graph, kind, size),
	]),
];

describe.each(MAXIMA)('%s', (_name, max, act) => {
	it(`accepts ${max}`, async () => {
		const { graph, sent } = accepting();
		await act(graph, max);
		expect(sent.length).toBeGreaterThan(0);
	});

	it(`rejects ${max + 1} and sends nothing`, async () => {
		const { graph, sent } = accepting();
		await expect(act(graph, max + 1)).rejects.toBeInstanceOf(InvalidInputError);
		expect(sent).toEqual([]);
	});
});

it('a profile photo has at least 192 × 192 pixels', async () => {
	const { graph } = accepting();
	await profilePhoto(graph, '1', { content: png(192) });
	await expect(profilePhoto(graph, '1', { content: png(191) })).rejects.toThrow(/192/);
});

// Meta: display name guidelines
it('a display name has at least three characters', async () => {
	const { graph, sent } = accepting();
	await changeDisplayName(graph, PHONE_NUMBER, ' abc ');
	expect(sent).toEqual([{ new_display_name: 'abc' }]);
	await expect(changeDisplayName(graph, PHONE_NUMBER, ' ab ')).rejects.toThrow(/too short/);
	expect(sent).toHaveLength(1);
});

it('template analytics ask for at least one template', async () => {
	const { graph, sent } = accepting();
	await expect(figures(graph, 'templates', 7, [])).rejects.toThrow(/No template ID/);
	expect(sent).toEqual([]);
});
