import { number, record, text, type Json } from '../read';

/** `location`: as text "Name, Address (latitude, longitude)". */
export function locationMessage(message: Json): Json {
	const location = record(message.location);
	const latitude = number(location.latitude);
	const longitude = number(location.longitude);
	const locationName = text(location.name);
	const address = text(location.address);
	const place = [locationName, address].filter(Boolean).join(', ');
	const point =
		latitude === undefined || longitude === undefined ? '' : `${latitude}, ${longitude}`;
	return {
		text: place && point ? `${place} (${point})` : place || point,
		latitude,
		longitude,
		locationName,
		address,
		locationUrl: text(location.url),
	};
}
