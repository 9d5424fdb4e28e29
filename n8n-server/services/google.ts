import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';

import { requireBearer } from './requireBearer';
import type { PlayedHosts } from './gateway';
import { PlayedSpreadsheet } from './spreadsheet';

/** A file in the simulated Google Drive. */
export interface DriveFile {
	id: string;
	name: string;
	mimeType: string;
	parents: string[];
	content: Buffer;
}

/** An event in the simulated Google Calendar. */
export interface CalendarEvent {
	summary?: string;
	start: { dateTime?: string; date?: string };
	end: { dateTime?: string; date?: string };
}

/** Google Calendar, Drive, and Sheets, as far as n8n's nodes use them. */
export class PlayedGoogle {
	readonly accessToken = 'played-google-token';

	readonly files: DriveFile[] = [];

	readonly events: CalendarEvent[] = [];

	readonly spreadsheet = new PlayedSpreadsheet();

	readonly hosts: PlayedHosts = {
		'www.googleapis.com': (host) => this.drive(host),
		'sheets.googleapis.com': (host) => this.sheets(host),
	};

	/** An n8n OAuth2 credential whose owner has already given consent. */
	credential(type: string, name: string) {
		const oauthTokenData = {
			access_token: this.accessToken,
			refresh_token: 'played-refresh-token',
			token_type: 'Bearer',
			expires_in: 3_599,
		};
		return { name, type, data: { clientId: 'played', clientSecret: 'played', oauthTokenData } };
	}

	private drive(host: FastifyInstance): void {
		// The upload URL itself authorizes the upload, as with Google.
		requireBearer(host, this.accessToken, (path) => path.startsWith('/upload/drive/v3/files/'));
		host.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
			done(null, body),
		);
		host.get('/calendar/v3/calendars/:calendar/events', () => ({ items: this.events }));
		host.post<{ Body: CalendarEvent }>('/calendar/v3/calendars/:calendar/events', ({ body }) => {
			this.events.push(body);
			return { kind: 'calendar#event', id: randomUUID(), ...body };
		});
		host.get('/drive/v3/files', () => {
			const { id, name } = this.spreadsheet;
			return { files: [{ id, name, webViewLink: `https://docs.google.com/spreadsheets/d/${id}` }] };
		});
		host.post<{ Querystring: { uploadType: string }; Body: unknown }>(
			'/upload/drive/v3/files',
			async ({ query, body, headers }, reply) => {
				const id = randomUUID();
				const file = { id, name: '', mimeType: '', parents: [], content: Buffer.alloc(0) };
				this.files.push(file);
				if (query.uploadType === 'resumable') {
					Object.assign(file, body);
					const location = `https://www.googleapis.com/upload/drive/v3/files/${id}/content`;
					return await reply.header('location', location).send();
				}
				const [metadata, content] = multipartRelated(body as Buffer, headers['content-type'] ?? '');
				Object.assign(file, JSON.parse(metadata.toString()), { content });
				return { id };
			},
		);
		host.put<{ Params: { id: string }; Body: Buffer }>(
			'/upload/drive/v3/files/:id/content',
			async ({ params, body, headers }, reply) => {
				const file = this.file(params.id);
				file.content = Buffer.concat([file.content, body]);
				const [, last, total] = /-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
				return Number(last) + 1 < Number(total)
					? await reply.code(308).send()
					: { id: file.id, name: file.name };
			},
		);
		host.patch<{ Params: { id: string }; Body: Partial<DriveFile> }>(
			'/drive/v3/files/:id',
			({ params, body }) => {
				const { content, ...file } = Object.assign(this.file(params.id), body);
				return { kind: 'drive#file', ...file, size: String(content.length) };
			},
		);
	}

	private file(id: string): DriveFile {
		const file = this.files.find((candidate) => candidate.id === id);
		if (!file) throw new Error(`File not found: ${id}`);
		return file;
	}

	private sheets(host: FastifyInstance): void {
		requireBearer(host, this.accessToken);
		const { spreadsheet } = this;
		const { id, name: title, sheetId } = spreadsheet;
		const properties = { sheetId, title, index: 0, sheetType: 'GRID' };
		host.get(`/v4/spreadsheets/${id}`, () => ({
			sheets: [
				{ properties: { ...properties, gridProperties: { rowCount: 1_000, columnCount: 26 } } },
			],
		}));
		host.get<{ Params: { range: string } }>(
			`/v4/spreadsheets/${id}/values/:range`,
			({ params: { range } }) => ({ range, values: spreadsheet.read(range) }),
		);
		host.put<{ Params: { range: string }; Body: { values: unknown[][] } }>(
			`/v4/spreadsheets/${id}/values/:range`,
			({ params: { range }, body: { values } }) => {
				spreadsheet.write(range, values);
				return { spreadsheetId: id, updatedRange: range };
			},
		);
		host.post<{ Body: { data: Array<{ range: string; values: unknown[][] }> } }>(
			`/v4/spreadsheets/${id}/values::batchUpdate`,
			({ body: { data } }) => {
				for (const { range, values } of data) spreadsheet.write(range, values);
				return { spreadsheetId: id, totalUpdatedRows: data.length };
			},
		);
	}
}

/** Returns the bodies of the parts of a `multipart/related` request. */
function multipartRelated(body: Buffer, contentType: string): Buffer[] {
	const delimiter = `--${/boundary=(.+)$/.exec(contentType)?.[1]}`;
	const parts: Buffer[] = [];
	for (let start = body.indexOf(delimiter); start >= 0; ) {
		const end = body.indexOf(delimiter, start + delimiter.length);
		if (end < 0) break;
		const part = body.subarray(start + delimiter.length, end);
		parts.push(part.subarray(part.indexOf('\r\n\r\n') + 4, -2));
		start = end;
	}
	return parts;
}
