import { createHmac, timingSafeEqual } from 'crypto';
import type { MediaView } from '../control/types';
import type { Clock } from '../world/clock';
import type { Files, StoredFile } from '../world/files';
import type { Ids } from '../world/ids';
import { sniff, type Sniffed } from './sniff';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Uploaded or received media. */
export interface Media {
	id: string;
	phoneNumberId: string;
	file: StoredFile;
	mimeType: string;
	sniffed?: Sniffed;
	filename?: string;
	/** Milliseconds. The ID is invalid afterwards. */
	expiresAt: number;
}

/** Uploaded media expire after 30 days, received media after 7 days. */
export const UPLOADED_LIFETIME = 30 * DAY;
export const RECEIVED_LIFETIME = 7 * DAY;
/** Download URLs expire after this time. */
const URL_LIFETIME = 5 * MINUTE;

/** Media by ID, and their download URLs. Both expire on the sandbox's clock. */
export class MediaStore {
	private readonly media = new Map<string, Media>();
	private readonly key = Math.random().toString(36);

	/** @param baseUrl base URL of the sandbox, known once the server listens */
	constructor(
		private readonly clock: Clock,
		private readonly ids: Ids,
		private readonly files: Files,
		private readonly baseUrl: () => string,
	) {}

	add(
		phoneNumberId: string,
		file: StoredFile,
		mimeType: string,
		lifetime: number,
		filename?: string,
	): Media {
		const media: Media = {
			id: this.ids.object(5),
			phoneNumberId,
			file,
			mimeType,
			sniffed: sniff(file.head),
			filename,
			expiresAt: this.clock.now() + lifetime,
		};
		this.media.set(media.id, media);
		return media;
	}

	/** Finds media that have not expired. */
	find(id: string): Media | undefined {
		const media = this.media.get(id);
		return media && media.expiresAt > this.clock.now() ? media : undefined;
	}

	/** Finds media, expired or not: a chat keeps showing them. */
	findIncludingExpired(id: string): Media | undefined {
		return this.media.get(id);
	}

	async remove(media: Media): Promise<void> {
		this.media.delete(media.id);
		await this.files.remove(media.file);
	}

	/** A download URL. It needs a token and expires after 5 minutes. */
	urlOf(media: Media): string {
		const expires = this.clock.now() + URL_LIFETIME;
		const query = new URLSearchParams({
			mid: media.id,
			source: 'getMedia',
			ext: String(expires),
			hash: this.sign(media.id, expires),
		});
		return `${this.baseUrl()}/whatsapp_business/attachments/?${query.toString()}`;
	}

	/** The media of a download URL, unless it has expired. */
	byUrl(query: Record<string, string>): Media | undefined {
		const expires = Number(query.ext);
		const given = Buffer.from(query.hash ?? '');
		const expected = Buffer.from(this.sign(query.mid ?? '', expires));
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
		if (!(expires > this.clock.now())) return undefined;
		return this.find(query.mid);
	}

	viewOf(media: Media): MediaView {
		return {
			id: media.id,
			url: `/_sandbox/media/${media.id}`,
			mimeType: media.mimeType,
			fetched: true,
			fileSize: media.file.size,
			sha256: media.file.sha256,
			...(media.filename ? { filename: media.filename } : {}),
			...(media.sniffed?.animated ? { animated: true } : {}),
		};
	}

	private sign(id: string, expires: number): string {
		return createHmac('sha256', this.key).update(`${id}:${expires}`).digest('hex').slice(0, 32);
	}
}
