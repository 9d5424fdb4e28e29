import * as fc from 'fast-check';
import {
	cleanFileName,
	nameInDisposition,
	nameInUrl,
	shownFileName,
	uploadFileName,
} from '../../../../cloud-api/media/fileName';

const PDF = 'application/pdf';

describe('the file name that a recipient sees', () => {
	// Customers saw "Untitled", "download.php", percent signs, and paths.
	it.each([
		['', PDF, 'file.pdf'],
		['Invoice', PDF, 'Invoice.pdf'],
		['Fatura%20Mar%C3%A7o.pdf', PDF, 'Fatura Março.pdf'],
		['C:\\Users\\ana\\Invoice.pdf', PDF, 'Invoice.pdf'],
		['/home/ana/Invoice.pdf', PDF, 'Invoice.pdf'],
		['download.php', PDF, 'download.pdf'],
		['view.aspx', 'image/png', 'view.png'],
		['report.final', PDF, 'report.final.pdf'],
		['Report v1.2', PDF, 'Report v1.2.pdf'],
		['Invoice.PDF', PDF, 'Invoice.PDF'],
		['notes.md', 'text/plain', 'notes.md'],
		['list.csv', 'text/plain', 'list.csv'],
		['photo.jpg', 'image/png', 'photo.jpg'],
		['100% sure.pdf', PDF, '100% sure.pdf'],
		['..\\..\\evil.pdf', PDF, 'evil.pdf'],
		['%2e%2e%2fevil.pdf', PDF, 'evil.pdf'],
		['a\u0000b.pdf', PDF, 'ab.pdf'],
		['Rechnung\u202efdp.exe', 'application/x-msdownload', 'Rechnungfdp.exe'],
		['  Angebot  2026 .pdf', PDF, 'Angebot 2026 .pdf'],
		['what?.pdf', PDF, 'what_.pdf'],
		['CON.pdf', PDF, '_CON.pdf'],
		['archive.tar.gz', 'application/gzip', 'archive.tar.gz'],
		['data.parquet', '', 'data.parquet'],
		['%E4.pdf', PDF, '%E4.pdf'],
		['Liste%20%E2%80%93%20M%C3%A4rz.pdf', PDF, 'Liste – März.pdf'],
	])('%j of %s is %j', (name, mimeType, shown) => {
		expect(shownFileName(name, mimeType)).toBe(shown);
	});

	it('is never empty, a path, or invisible, and never longer than 120 characters', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
				const shown = shownFileName(name, PDF);
				expect(shown).not.toBe('');
				expect(shown).not.toMatch(/[\\/\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
				expect([...shown].length).toBeLessThanOrEqual(120);
				expect(shownFileName(shown, PDF)).toBe(shown);
			}),
		);
	});
});

describe('the file name of an upload', () => {
	// openlivery#30, openlivery#101: Meta rejects a name that contradicts the type.
	it.each([
		['voice.mp4', 'audio/ogg', 'voice.ogg'],
		['photo.jpg', 'image/png', 'photo.png'],
		['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
		[
			'table.xls',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'table.xlsx',
		],
		['list.csv', 'text/plain', 'list.txt'],
		['', 'image/png', 'file.png'],
		['a.b', 'application/x-unknown', 'a.b'],
		['', 'application/x-unknown', 'file.bin'],
		['..', 'application/x-unknown', 'file.bin'],
	])('%j of %s is %j', (name, mimeType, uploaded) => {
		expect(uploadFileName(name, mimeType)).toBe(uploaded);
	});
});

it('reads names from URLs and headers', () => {
	expect(nameInUrl('https://x.com/a/b%20c.pdf?x=1#y')).toBe('b%20c.pdf');
	expect(nameInUrl('https://x.com')).toBe('');
	expect(nameInDisposition(`attachment; filename="a;b.pdf"`)).toBe('a;b.pdf');
	expect(nameInDisposition(`attachment; filename=a.pdf; size=3`)).toBe('a.pdf');
	expect(
		cleanFileName(nameInDisposition(`inline; filename*=UTF-8''Men%C3%BC.pdf; filename="x"`)),
	).toBe('Menü.pdf');
	expect(cleanFileName(nameInDisposition('attachment; filename="a \\"b\\".pdf"; size=3'))).toBe(
		'a _b_.pdf',
	);
	expect(cleanFileName(nameInDisposition('attachment; filename="C:\\new\\a.pdf"'))).toBe('a.pdf');
	expect(nameInDisposition(undefined)).toBe('');
});
