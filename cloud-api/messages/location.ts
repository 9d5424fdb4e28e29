import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { numberBetween, optionalText } from './schema';

export const LOCATION_LIMITS = { latitude: 90, longitude: 180 } as const;

export interface LocationInput {
	/** Degrees north, -90 to 90. */
	latitude: number | string;
	/** Degrees east, -180 to 180. */
	longitude: number | string;
	name?: string;
	/** Shown under the name. */
	address?: string;
}

const { latitude, longitude } = LOCATION_LIMITS;

const schema = z.object({
	latitude: numberBetween('Latitude', -latitude, latitude),
	longitude: numberBetween('Longitude', -longitude, longitude),
	name: optionalText('Name'),
	address: optionalText('Address'),
});

/** A pin on the map. */
export function locationMessage(input: LocationInput): MessageContent {
	return { type: 'location', location: definedOnly(check(schema, input)) };
}

function definedOnly(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
