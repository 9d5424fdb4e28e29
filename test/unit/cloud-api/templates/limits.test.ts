import { checkDefinition } from '../../../../cloud-api/templates/definition/check';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import { checkSampleFile } from '../../../../cloud-api/templates/definition/sampleFiles';
import { idList } from '../../../../cloud-api/templates/ids';

type Json = Record<string, unknown>;

/** The fields that the check complains about. */
function complaints(changes: Json): string[] {
	const definition = {
		name: 'order_update',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Your order is on its way to you.' }],
		...changes,
	};
	return checkDefinition(readDefinition(definition)).list.map(({ field }) => field);
}

const body = { type: 'BODY', text: 'Your order is on its way to you.' };
const withButton = (button: Json): Json => ({
	components: [body, { type: 'BUTTONS', buttons: [button] }],
});
const zeroTap = (packageName: string, hash: string): Json => ({
	category: 'AUTHENTICATION',
	components: [
		{ type: 'BODY' },
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'OTP',
					otp_type: 'ONE_TAP',
					supported_apps: [{ package_name: packageName, signature_hash: hash }],
				},
			],
		},
	],
});
const packageOf = (length: number) => `com.${'a'.repeat(length - 4)}`;
const HASH = 'K8a/AINcGX7';

/**
 * The limits are Meta's numbers, written out so that a wrong constant fails (Meta:
 * templates/template-components, templates/authentication-templates, templates/time-to-live).
 */
const LONGEST: Array<[name: string, max: number, make: (length: number) => Json]> = [
	['name', 512, (length) => ({ name: 'a'.repeat(length) })],
	[
		'header',
		60,
		(n) => ({ components: [{ type: 'HEADER', format: 'TEXT', text: 'a'.repeat(n) }, body] }),
	],
	['body', 1024, (n) => ({ components: [{ type: 'BODY', text: 'a'.repeat(n) }] })],
	['footer', 60, (n) => ({ components: [body, { type: 'FOOTER', text: 'a'.repeat(n) }] })],
	['button text', 25, (n) => withButton({ type: 'QUICK_REPLY', text: 'a'.repeat(n) })],
	[
		'button URL',
		2000,
		(n) =>
			withButton({ type: 'URL', text: 'Open', url: `https://example.com/${'a'.repeat(n - 20)}` }),
	],
	[
		'button phone number',
		20,
		(n) =>
			withButton({ type: 'PHONE_NUMBER', text: 'Call', phone_number: `+1${'5'.repeat(n - 2)}` }),
	],
	['package name', 224, (n) => zeroTap(packageOf(n), HASH)],
];

it.each(LONGEST)('the %s has up to %d characters', (_name, max, make) => {
	expect(complaints(make(max))).toEqual([]);
	expect(complaints(make(max + 1))).toHaveLength(1);
});

it('a signature hash has exactly 11 characters', () => {
	expect(complaints(zeroTap(packageOf(20), HASH))).toEqual([]);
	expect(complaints(zeroTap(packageOf(20), `${HASH}a`))).toHaveLength(1);
	expect(complaints(zeroTap(packageOf(20), HASH.slice(1)))).toHaveLength(1);
});

it.each([
	['AUTHENTICATION', 30, 900],
	['UTILITY', 30, 43_200],
	['MARKETING', 43_200, 2_592_000],
])('%s: time to live from %d to %d seconds, or -1', (category, min, max) => {
	const seconds = (message_send_ttl_seconds: number) =>
		complaints({ category, message_send_ttl_seconds, library_template_name: 'any' });
	for (const accepted of [min, max, -1]) expect(seconds(accepted)).toEqual([]);
	for (const rejected of [min - 1, max + 1]) {
		expect(seconds(rejected)).toEqual(['message_send_ttl_seconds']);
	}
});

it('up to 100 template IDs at once', () => {
	const ids = (count: number) => Array.from({ length: count }, (_, index) => `${1000 + index}`);
	expect(idList(ids(100))).toHaveLength(100);
	expect(() => idList(ids(101))).toThrow('101 template IDs');
});

// messages/image-messages, video-messages, document-messages; templates: GIF headers
it.each([
	['IMAGE', 'image/png', 5_242_880],
	['VIDEO', 'video/mp4', 16_777_216],
	['DOCUMENT', 'application/pdf', 104_857_600],
	['GIF', 'video/mp4', 3_670_016],
])('the sample of a header of format %s (%s) has up to %d bytes', (format, type, max) => {
	const sample = (bytes: number) => () =>
		checkSampleFile(format, { type, bytes, name: 'sample' }, 'header');
	expect(sample(max)).not.toThrow();
	expect(sample(max + 1)).toThrow(/the limit for/);
	expect(sample(0)).toThrow(/is empty/);
});
