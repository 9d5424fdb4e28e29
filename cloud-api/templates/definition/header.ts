import type { TemplateComponent } from '../template';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { headerHandles } from './headerSample';
import { checkText } from './text';

/** Header formats that show a file, with the allowed sample files. */
export const MEDIA_HEADERS: Readonly<Record<string, string>> = {
	IMAGE: 'a JPEG or PNG image up to 5 MB',
	VIDEO: 'an MP4 video up to 16 MB',
	DOCUMENT: 'a PDF up to 100 MB',
	GIF: 'an MP4 video up to 3.5 MB',
};

/** An upload handle of the resumable upload, e.g. `4::aW1hZ2UvcG5n:ARb…`. */
const UPLOAD_HANDLE = /^\d+:/;

const WITHOUT_SAMPLE = ['LOCATION', 'PRODUCT'];

/** Checks a header: format, text, and sample. */
export function checkHeader(
	header: TemplateComponent,
	field: string,
	where: string,
	problems: Problems,
): void {
	const format = header.format ?? '';
	if (format === 'TEXT') {
		checkText(header, { field, where, max: LIMITS.header, maxVariables: 1 }, problems);
		problems.when(
			/[\r\n]/.test(header.text ?? ''),
			field,
			`${where} has a line break`,
			'Enter the header in one line.',
		);
		problems.when(
			/[*~`]|\p{Extended_Pictographic}/u.test(header.text ?? ''),
			field,
			`${where} has formatting characters or emoji`,
			'Remove *, ~, `, and emoji. They are allowed in the body.',
		);
		return;
	}
	if (WITHOUT_SAMPLE.includes(format)) return;
	if (!(format in MEDIA_HEADERS)) {
		problems.when(
			format === '',
			field,
			`${where} has no format`,
			'Set format to TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION, or PRODUCT.',
		);
		return;
	}
	checkHandle(header, field, where, problems);
}

function checkHandle(
	header: TemplateComponent,
	field: string,
	where: string,
	problems: Problems,
): void {
	if (header.sample && 'binaryField' in header.sample) return;
	const handles = headerHandles(header);
	const kindOfFile = (header.format ?? '').toLowerCase();
	problems.when(
		handles.length === 0,
		field,
		`${where} has no sample ${kindOfFile}`,
		`Provide ${MEDIA_HEADERS[header.format ?? '']} as the sample. Meta reviews it; customers get the file that you choose when you send the template.`,
	);
	const [wrong] = handles.filter((handle) => !UPLOAD_HANDLE.test(handle.trim()));
	problems.when(
		wrong !== undefined,
		field,
		`${where} has ${/^\d+$/.test(wrong ?? '') ? 'a media ID' : /^https?:/i.test(wrong ?? '') ? 'a link' : `"${(wrong ?? '').slice(0, 40)}"`} as its sample`,
		'A sample is an upload handle (4::…). Enter the name of the binary field that contains the sample file, and it is uploaded.',
	);
}
