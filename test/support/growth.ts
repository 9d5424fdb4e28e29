/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { withoutSecrets } from '../../cloud-api/errors/withoutSecrets';
import { safeFileName } from '../../cloud-api/media/safeFileName';
import { markdownToWhatsApp } from '../../cloud-api/messages/markdown/markdown';
import { parseRecipient } from '../../cloud-api/messages/recipient';
import { splitText } from '../../cloud-api/messages/splitText';
import { readPhoneNumber } from '../../cloud-api/phoneNumbers/read';
import { parseReference } from '../../cloud-api/templates/reference';
import {
	fillVariables,
	hasStrayBraces,
	normaliseVariables,
	variablesIn,
	withoutVariables,
} from '../../cloud-api/templates/variables';
import { readDate } from '../../cloud-api/values/date';
import { readFlag } from '../../cloud-api/values/flag';
import { readJson } from '../../cloud-api/values/json';
import { readNumber } from '../../cloud-api/values/number';
import { readText } from '../../cloud-api/values/text';
import { parseJson } from '../../cloud-api/webhooks/json';
import { camelCase } from '../../cloud-api/webhooks/read';
import { compilePattern } from '../../nodes/WhatsAppCloudTrigger/filters/pattern/pattern';
import { businessNumberKeys, senderKeys } from '../../nodes/WhatsAppCloudTrigger/filters/people';
import { textCondition } from '../../nodes/WhatsAppCloudTrigger/filters/textCondition';

const contains = textCondition({ operation: 'contains', value: 'aab' });
const nested = compilePattern('^(a+)+$');
const branching = compilePattern('(a|aa|.a)*c', { ignoreCase: true });

/**
 * Every function that reads text from outside: customers write it, AI models and spreadsheets give it, Meta
 * answers with it. Add new ones here.
 */
export const READERS: Record<string, (text: string) => unknown> = {
	camelCase,
	markdownToWhatsApp,
	normaliseVariables,
	hasStrayBraces,
	variablesIn,
	withoutVariables,
	withoutSecrets,
	parseJson,
	safeFileName,
	senderKeys: (text) => quietly(() => senderKeys([text])),
	businessNumberKeys: (text) => quietly(() => businessNumberKeys([text])),
	textCondition: (text) => contains({ event: '', field: '', raw: {}, text }),
	nestedPattern: (text) => nested(text),
	branchingPattern: (text) => branching(text),
	readFlag,
	readJson,
	readNumber,
	readPhoneNumber,
	readText,
	splitText: (text) => splitText(text),
	splitTextFinely: (text) => splitText(text, 500),
	fillVariables: (text) => fillVariables(text, () => 'value'),
	parseRecipient: (text) => quietly(() => parseRecipient(text)),
	parseReference: (text) => quietly(() => parseReference(text)),
	readDate: (text) => readDate(text, 'Europe/Berlin'),
};

/** Constructs that made some reader slow, and their neighbors; each is repeated up to the length. */
const PIECES = [
	'a',
	' ',
	'\n',
	'\t',
	'`',
	'``a',
	'`a` ',
	'*',
	'**',
	'**a',
	'**a ',
	'** a',
	'*a **b ',
	'*a* ',
	'***a',
	'_',
	'__a',
	'_a_',
	'~~',
	'~~a',
	'~',
	'[',
	'[a',
	'[](',
	'[a](',
	'[a](b',
	'[a](<',
	'](',
	']',
	'[a](b "',
	'![',
	'(',
	')',
	'<',
	'<a',
	'<http://',
	'https://',
	'https://a.b/(',
	'https://a.b/)',
	'https://a.b/* ',
	'https://a.b/*',
	'www.',
	'\\',
	'\\*',
	'&',
	'&amp;',
	'<br>',
	'# ',
	'#',
	'> ',
	'>',
	'- ',
	'- [ ] ',
	'-',
	'---\n',
	'|',
	'| a ',
	'|-',
	'| - |\n',
	'|a|\n|-|\n',
	'```\n',
	'```',
	'~~~\n',
	'=\n',
	'+',
	'0',
	'1 ',
	'1-',
	'00',
	'(0)',
	'.',
	', ',
	'x1',
	'1x',
	'1e',
	'1.0',
	'@',
	'%',
	'/',
	'é',
	'\u200b',
	'😀',
	'👨‍👩‍👧',
	'一',
	'a. ',
	'a\n\n',
	'{',
	'{{',
	'{{1}}',
	'{{a',
	'[[',
	'[[1]]',
	']]',
	'"',
	'{"a":',
	'EA',
	'EAa1',
	'1234567|',
	'access_token=',
	'access_token = "',
	'access token ',
	'pin:',
	'A_',
	'_a',
	'ABc',
];

/** Texts with a start, a long middle and an end. */
const FRAMED: Array<[string, string, string]> = [
	['# a', ' ', 'b'],
	['| a', ' ', 'b |\n|-|'],
	['**a', ' ', 'b**'],
	['[a](b', ' ', '"t")'],
	['`', '``', 'a`'],
	['+49', ' ', '1'],
	['a', '\n', 'b'],
	['- [', ' ', '] a'],
	['EA', 'a', '!'],
	['{{', ' ', '}}'],
];

function quietly(read: () => unknown): unknown {
	try {
		return read();
	} catch {
		return undefined;
	}
}

/** Processor time in milliseconds, so that a busy machine does not count. */
function cost(read: (text: string) => unknown, text: string): number {
	const before = process.cpuUsage();
	read(text);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Fast enough for 64k characters; what grows faster than the text takes far more. */
const FAST = 100;
const LENGTH = 65_536;

function repeated([start, piece, end]: readonly [string, string, string], length: number): string {
	return start + piece.repeat(length / piece.length) + end;
}

/**
 * The costs of half and of the whole text if the whole takes more than 2.5 times as long, else undefined. Measured
 * again while it does: a neighbor on the same core or a garbage collection slows a run, but not six of them.
 */
function measureGrowth(
	read: (text: string) => unknown,
	shape: readonly [string, string, string],
	length: number,
): string | undefined {
	let [half, whole] = [Infinity, Infinity];
	for (let round = 0; round < 6; round++) {
		half = Math.min(half, cost(read, repeated(shape, length / 2)));
		const now = cost(read, repeated(shape, length));
		whole = Math.min(whole, now);
		if (whole <= FAST || now <= 2.5 * half) return undefined;
	}
	return `${half} → ${whole} ms`;
}

/**
 * The texts of a shape for which a reader takes more than 2.5 times as long as for half of it, up to 64k
 * characters; `undefined` when there is none.
 */
export function growthOf(
	read: (text: string) => unknown,
	shape: readonly [string, string, string],
): string | undefined {
	for (const length of [8192, LENGTH]) {
		if (cost(read, repeated(shape, length)) < FAST) continue;
		const growth = measureGrowth(read, shape, length);
		if (growth) return `${JSON.stringify(shape)}: ${growth}`;
	}
	return undefined;
}

/** Every shape of text: a construct repeated, or one with a start, a long middle, and an end. */
export const SHAPES: ReadonlyArray<readonly [string, string, string]> = [
	...PIECES.map((piece) => ['', piece, ''] as const),
	...FRAMED,
];
