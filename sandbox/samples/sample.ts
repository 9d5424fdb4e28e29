/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { Readable } from 'stream';
import { metadata, webhookContact } from '../messages/identity';
import { RECEIVED_LIFETIME } from '../media/store';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** What a sample is made for. */
export interface SampleContext {
	world: World;
	number: PhoneNumber;
	customer: Customer;
}

/** A webhook as Meta's pages show it. */
export interface Sample {
	field: string;
	value: Record<string, unknown>;
	/** Sent to every app's callback with this `entry.id`, as the dashboard's Test button does. */
	testEntryId?: string;
}

export type MakeSample = (context: SampleContext) => Sample | Promise<Sample>;

/** `messaging_product` and `metadata`, which most values start with. */
export function envelopeOf({ number }: SampleContext): Record<string, unknown> {
	return { messaging_product: 'whatsapp', metadata: metadata(number) };
}

/** The envelope with the customer as its contact. */
export function contactEnvelope(context: SampleContext): Record<string, unknown> {
	const { world, number, customer } = context;
	return { ...envelopeOf(context), contacts: [webhookContact(world, number, customer)] };
}

/** Unix time in seconds, as text. */
export function timestamp({ world }: SampleContext): string {
	return String(world.clock.seconds());
}

/** Stores a file that the business can download, and returns the media object of a webhook. */
export async function mediaObject(
	{ world, number }: SampleContext,
	bytes: Buffer,
	mimeType: string,
): Promise<Record<string, unknown>> {
	const file = await world.files.store(Readable.from([bytes]));
	const media = world.media.add(number.id, file, mimeType, RECEIVED_LIFETIME);
	return {
		id: media.id,
		mime_type: mimeType,
		sha256: Buffer.from(file.sha256, 'hex').toString('base64'),
		url: world.media.urlOf(media),
	};
}

/** A PNG image of one pixel. */
export const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
