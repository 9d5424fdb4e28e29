import { useState } from 'preact/hooks';
import { MapTile } from '../../parts/MapTile';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';

const PLACES = [
	{ name: 'Home', address: '12 Hill Street, Springfield', latitude: 37.4847, longitude: -122.1473 },
	{ name: 'Central Station', address: 'Station Square 1', latitude: 52.3791, longitude: 4.9003 },
	{ name: 'City Market', address: 'Rua do Mercado 40', latitude: -23.5414, longitude: -46.6294 },
];

const parse = (text: string, limit: number) => {
	const value = Number(text.replace(',', '.'));
	return text.trim() !== '' && Math.abs(value) <= limit ? value : undefined;
};

/** Sends a location. Also the response to a location request. */
export function LocationForm({ replyTo, onClose }: { replyTo?: string; onClose: () => void }) {
	const [form, setForm] = useState({
		...PLACES[0],
		latitude: String(PLACES[0].latitude),
		longitude: String(PLACES[0].longitude),
	});
	const latitude = parse(form.latitude, 90);
	const longitude = parse(form.longitude, 180);
	const submit = async () => {
		if (latitude === undefined || longitude === undefined) return;
		const location = {
			latitude,
			longitude,
			...(form.name && { name: form.name }),
			...(form.address && { address: form.address }),
		};
		if (await send({ type: 'location', location, ...(replyTo && { replyTo }) })) onClose();
	};
	return (
		<Sheet title="Send location" onClose={onClose}>
			<div class="map-frame">
				<MapTile latitude={latitude ?? 0} longitude={longitude ?? 0} />
			</div>
			<div class="chips">
				{PLACES.map((place) => (
					<button
						type="button"
						key={place.name}
						aria-pressed={place.name === form.name}
						onClick={() =>
							setForm({
								...place,
								latitude: String(place.latitude),
								longitude: String(place.longitude),
							})
						}
					>
						{place.name}
					</button>
				))}
			</div>
			<div class="pair">
				<Field
					label="Latitude"
					value={form.latitude}
					invalid={latitude === undefined ? '-90 to 90' : undefined}
					onInput={(value) => setForm({ ...form, latitude: value })}
				/>
				<Field
					label="Longitude"
					value={form.longitude}
					invalid={longitude === undefined ? '-180 to 180' : undefined}
					onInput={(value) => setForm({ ...form, longitude: value })}
				/>
			</div>
			<Field label="Name" value={form.name} onInput={(name) => setForm({ ...form, name })} />
			<Field
				label="Address"
				value={form.address}
				onInput={(address) => setForm({ ...form, address })}
			/>
			<button
				type="button"
				class="primary"
				disabled={latitude === undefined || longitude === undefined}
				onClick={() => void submit()}
			>
				Send
			</button>
		</Sheet>
	);
}
