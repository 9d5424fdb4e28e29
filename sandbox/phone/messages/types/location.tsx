import type { Json } from '../../../control/types';
import { numberAt, textAt } from '../../parts/json';
import { MapTile } from '../../parts/MapTile';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';

/** A location with map, name, and address. */
export function Place({ location }: { location: Json }) {
	const latitude = numberAt(location, 'latitude') ?? 0;
	const longitude = numberAt(location, 'longitude') ?? 0;
	const name = textAt(location, 'name');
	const address = textAt(location, 'address');
	const position = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
	return (
		<div class="place" title={position}>
			<MapTile latitude={latitude} longitude={longitude} />
			<div class="place__text">
				<strong dir="auto">{name || 'Location'}</strong>
				<small dir="auto">{address || position}</small>
			</div>
		</div>
	);
}

export function Location() {
	return (
		<Bubble wide>
			<Place location={useMessage().content} />
		</Bubble>
	);
}
