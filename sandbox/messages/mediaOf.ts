/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios, { AxiosError } from 'axios';
import type { Readable } from 'stream';
import type { MediaView } from '../control/types';
import { rejection } from '../graph/errors';
import { bareType, undeliverableReason } from '../media/rules';
import { RECEIVED_LIFETIME, type Media } from '../media/store';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import type { MediaReference } from './messageType';

/** Meta caches a link for 10 minutes. */
const CACHE_LIFETIME = 10 * 60_000;
const CACHE_SIZE = 500;
const FETCH_TIMEOUT = 10_000;

/** A fetched link. */
interface Cached {
	media: Media;
	until: number;
}

/** `world.use(linkCache)` */
export function linkCache(): Map<string, Cached> {
	return new Map();
}

/** The media of an ID. Throws 131009 if it does not exist, has expired, or belongs to another number. */
export function uploadedMedia(world: World, number: PhoneNumber, reference: MediaReference): Media {
	const media = world.media.find(reference.id ?? '');
	if (!media || media.phoneNumberId !== number.id) {
		throw rejection(
			131009,
			`The media ID ${reference.id} does not exist, has expired, or was uploaded to another phone number.`,
		);
	}
	return media;
}

/** The view of a media file for the phone page. */
export function mediaView(world: World, reference: MediaReference, media?: Media): MediaView {
	const base: MediaView = media
		? world.media.viewOf(media)
		: { id: '', url: reference.link ?? '', mimeType: '', fetched: false };
	return {
		...base,
		...(reference.filename ? { filename: reference.filename } : {}),
		...(reference.voice ? { voice: true } : {}),
	};
}

/** Why this media cannot be delivered (details of 131053). */
export function mediaProblem(reference: MediaReference, media: Media): string | undefined {
	return undeliverableReason(
		reference.mediaType,
		{ mimeType: media.mimeType, size: media.file.size, sniffed: media.sniffed },
		{ voice: reference.voice },
	);
}

export function isLoopback(link: string): boolean {
	const { hostname } = new URL(link);
	return /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname);
}

/** Fetches a loopback link. Returns the media, or the reason for a failure. Other links are never fetched. */
export async function fetchLink(
	world: World,
	number: PhoneNumber,
	link: string,
): Promise<Media | string> {
	const cache = world.use(linkCache);
	const cached = cache.get(link);
	if (cached && cached.until > world.clock.now()) return cached.media;
	try {
		const answer = await axios.get<Readable>(link, {
			responseType: 'stream',
			timeout: FETCH_TIMEOUT,
			validateStatus: () => true,
			proxy: false,
		});
		if (answer.status !== 200) {
			answer.data.destroy();
			return `Downloading media from weblink failed with http code ${answer.status}, status message ${answer.statusText}`;
		}
		const file = await world.files.store(answer.data);
		const declared = bareType(String(answer.headers['content-type'] ?? ''));
		const media = world.media.add(number.id, file, declared, RECEIVED_LIFETIME, lastPart(link));
		if (cache.size >= CACHE_SIZE) cache.clear();
		cache.set(link, { media, until: world.clock.now() + CACHE_LIFETIME });
		return media;
	} catch (error) {
		const reason = error instanceof AxiosError ? (error.code ?? error.message) : String(error);
		return `Downloading media from weblink failed: ${reason}`;
	}
}

function lastPart(link: string): string | undefined {
	const name = new URL(link).pathname.split('/').pop();
	return name ? decodeURIComponent(name) : undefined;
}
