import { contexts } from '../../cloud-api/errors/contexts';
import { families, ranges, subcodes } from '../../cloud-api/errors/table';
import type { CodeEntry, RetryClass } from '../../cloud-api/errors/types';

const RETRY: Record<RetryClass, string> = {
	throttled: 'automatic, at a lower rate',
	transient: 'automatic',
	later: 'later, manually',
	never: 'no',
	stop: 'no, ends the run',
};

/** Returns the page on Meta's error codes, generated from the table that the nodes use. */
export function errorsPage(): string {
	return [
		"# Meta's error codes",
		'',
		'This page is generated from `cloud-api/errors/table` with `npm run docs`; the nodes show the same texts. A failed item contains the code, the subcode, and `fbtraceId` (which Meta support asks for).',
		'',
		'The **Retry** column tells what the node does: *automatic* – it waits and retries within the run; *later, manually* – the request can succeed after a delay or a change; *no* – the same request would be rejected again; *ends the run* – no other request could succeed either.',
		'',
		...families.flatMap(({ title, codes }) => [
			`## ${title}`,
			'',
			...table(Object.entries(codes).map(([code, entry]) => [code, entry])),
		]),
		'## Subcodes',
		'',
		'Meta sends them as `error_subcode` in addition to the code.',
		'',
		...table(
			Object.entries(subcodes).flatMap(([code, entries]) =>
				Object.entries(entries).map(([subcode, entry]): Row => [`${code} / ${subcode}`, entry]),
			),
		),
		'## Ranges',
		'',
		...table(ranges.map(({ from, to, entry }) => [`${from}–${to}`, entry])),
		'## Codes with several causes',
		'',
		'The node identifies the cause of these codes from the message that comes with them.',
		'',
		...table(contexts.map((context) => [String(context.code), context])),
	].join('\n');
}

type Row = [string, CodeEntry];

function table(rows: Row[]): string[] {
	return [
		'| Code | Error | Fix | Who can fix it | Retry |',
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
