import { files } from '../support';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const zipOf = (entry: string) =>
	Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(entry)]);
export const html = Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>');

/** Uploads that the sandbox rejects with 100: why, the bytes, the declared type, and the file name. */
export const rejectedUploads: Array<[string, Buffer, string, string]> = [
	['text declared as MP3', Buffer.from('Flour; 1 kg\n'), 'audio/mpeg', 'song.mp3'],
	['HTML declared as PDF', html, 'application/pdf', 'invoice.pdf'],
	['HTML declared as JPEG', html, 'image/jpeg', 'photo.jpg'],
	['PDF declared as JPEG', files.pdf, 'image/jpeg', 'photo'],
	['unknown bytes declared as MP4', Buffer.from([1, 2, 0, 3, 4, 5, 6, 7]), 'video/mp4', 'film.mp4'],
	['an Excel file declared as Word', zipOf('xl/workbook.xml'), DOCX, 'letter.docx'],
	['Opus named .mp4', files.ogg, 'audio/ogg', 'voice.mp4'],
	['PNG named .jpg', files.png, 'image/png', 'photo.jpg'],
	['PDF named .docx', files.pdf, 'application/pdf', 'letter.docx'],
];
