import { contexts } from '../../cloud-api/errors/contexts';
import { families, ranges, subcodes } from '../../cloud-api/errors/table';
import type { CodeEntry, RetryClass } from '../../cloud-api/errors/types';

const RETRY: Record<RetryClass, string> = {
	throttled: 'by itself, slower',
	transient: 'by itself',
	later: 'later, by you',
	never: 'no',
	stop: 'no, the run stops',
};

/** The page on Meta's codes, from the table that the nodes use. */
export function errorsPage(): string {
	return [
		"# What Meta's codes mean",
		'',
		'This page is generated from `cloud-api/errors/table` with `npm run docs`; the nodes show the same words. A failed item carries the code, the subcode and `fbtraceId` (which Meta support asks for).',
		'',
		'**Repeated?** says what the node does: *by itself* – it waits and sends again within the run; *later, by you* – it makes sense after a pause or after something was put right; *no* – the same request would be refused again; *the run stops* – nothing else would go through either.',
		'',
		...families.flatMap(({ title, codes }) => [
			`## ${title}`,
			'',
			...table(Object.entries(codes).map(([code, entry]) => [code, entry])),
		]),
		'## Subcodes',
		'',
		'Meta sends them as `error_subcode` beside the code.',
		'',
		...table(
			Object.entries(subcodes).flatMap(([code, entries]) =>
				Object.entries(entries).map(([subcode, entry]): Row => [`${code} / ${subcode}`, entry]),
			),
		),
		'## Ranges',
		'',
		...table(ranges.map(({ from, to, entry }) => [`${from}–${to}`, entry])),
		"## Codes that need Meta's words",
		'',
		'These codes cover several causes; the node reads the cause from the words that come with them.',
		'',
		...table(contexts.map((context) => [String(context.code), context])),
	].join('\n');
}

type Row = [string, CodeEntry];

function table(rows: Row[]): string[] {
	return [
		'| Code | What happened | How to get unstuck | Who acts | Repeated? |',
		'|---|---|---|---|---|',
		...rows.map(
			([code, { title, fix, actor, retry, waitSeconds }]) =>
				`| ${code} | ${cell(title)} | ${cell(fix)} | ${actor} | ${RETRY[retry]}${waitSeconds === undefined ? '' : ` (after ${duration(waitSeconds)})`} |`,
		),
		'',
	];
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}

function duration(seconds: number): string {
	const units: Array<[number, string]> = [
		[3600, 'h'],
		[60, 'min'],
	];
	const [size, unit] = units.find(([size]) => seconds >= size) ?? [1, 's'];
	return `${seconds / size} ${unit}`;
}
