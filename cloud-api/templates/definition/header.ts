import type { TemplateComponent } from '../template';
import { LIMITS } from './limits';
import type { Refusals } from './refusals';
import { headerHandles } from './samples';
import { checkText } from './text';

/** Header kinds that show a file, with what the sample may be. */
export const MEDIA_HEADERS: Readonly<Record<string, string>> = {
	IMAGE: 'a JPEG or PNG image up to 5 MB',
	VIDEO: 'an MP4 video up to 16 MB',
	DOCUMENT: 'a PDF up to 100 MB',
	GIF: 'an MP4 video up to 3.5 MB',
};

const WITHOUT_SAMPLE = ['LOCATION', 'PRODUCT'];

/** What Meta refuses in a header: its kind, its text, its sample. */
export function checkHeader(
	header: TemplateComponent,
	field: string,
	where: string,
	refusals: Refusals,
): void {
	const format = header.format ?? '';
	if (format === 'TEXT') {
		checkText(header, { field, where, max: LIMITS.header, maxVariables: 1 }, refusals);
		refusals.when(
			/[\r\n]/.test(header.text ?? ''),
			field,
			`${where} has a line break`,
			'Write the header in one line.',
		);
		refusals.when(
			/[*~`]|\p{Extended_Pictographic}/u.test(header.text ?? ''),
			field,
			`${where} has formatting characters or emoji`,
			'Take out *, ~, ` and emoji; they are allowed in the body.',
		);
		return;
	}
	if (WITHOUT_SAMPLE.includes(format)) return;
	if (!(format in MEDIA_HEADERS)) {
		refusals.when(
			format === '',
			field,
			`${where} has no format`,
			'Set format to TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION or PRODUCT.',
		);
		return;
	}
	checkHandle(header, field, where, refusals);
}

function checkHandle(
	header: TemplateComponent,
	field: string,
	where: string,
	refusals: Refusals,
): void {
	const handles = headerHandles(header);
	const kindOfFile = (header.format ?? '').toLowerCase();
	refusals.when(
		handles.length === 0,
		field,
		`${where} has no sample ${kindOfFile}`,
		`Give ${MEDIA_HEADERS[header.format ?? '']} as the sample; Meta's reviewers look at it. Readers get the file you choose when sending.`,
	);
	refusals.when(
		handles.some((handle) => /^\d+$/.test(handle.trim())),
		field,
		`${where} has a media ID as its sample`,
		'A sample needs a handle of the resumable upload (4::…); choose the binary field with the sample file and it is uploaded for you.',
	);
	refusals.when(
		handles.some((handle) => /^https?:/i.test(handle.trim())),
		field,
		`${where} has a link as its sample`,
		'A sample needs a handle of the resumable upload (4::…); download the file first and choose its binary field.',
	);
}
