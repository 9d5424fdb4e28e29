/** Seeded random numbers from 0 to 1. */
function* stream(seed: number) {
	for (let state = Math.abs(Math.floor(seed)) || 1; ; ) {
		state = (state * 48271) % 2147483647;
		yield state / 2147483647;
	}
}

/** A drawn map with invented streets, always the same for the same coordinates. */
export function MapTile({ latitude, longitude }: { latitude: number; longitude: number }) {
	const numbers = stream(latitude * 104729 + longitude * 7919);
	const next = (least: number, most: number) => least + numbers.next().value! * (most - least);
	const river = next(20, 60);
	const across = [0, 1, 2].map((row) => ({
		from: 20 + row * 52 + next(-12, 12),
		to: 20 + row * 52 + next(-22, 22),
	}));
	const down = [0, 1, 2, 3].map((column) => ({
		from: 30 + column * 72 + next(-16, 16),
		to: 30 + column * 72 + next(-26, 26),
	}));
	return (
		<svg class="map" viewBox="0 0 280 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
			<rect class="map__land" width="280" height="150" />
			<rect class="map__park" x={next(150, 190)} y={next(8, 24)} width="74" height="46" rx="8" />
			<rect class="map__park" x={next(14, 40)} y={next(86, 100)} width="52" height="38" rx="8" />
			<path
				class="map__water"
				d={`M-10 ${river + 90} C 60 ${river + 60}, 120 ${river + 110}, 190 ${river + 76} S 270 ${river + 90}, 300 ${river + 62}`}
			/>
			{[...Array(9).keys()].map(() => (
				<rect
					class="map__block"
					x={next(0, 250)}
					y={next(0, 130)}
					width={next(12, 30)}
					height={next(10, 20)}
					rx="2"
				/>
			))}
			{across.map(({ from, to }) => (
				<path class="map__road" d={`M-10 ${from} L 290 ${to}`} />
			))}
			{down.map(({ from, to }) => (
				<path class="map__road" d={`M${from} -10 L ${to} 160`} />
			))}
			<path
				class="map__road map__road--main"
				d={`M-10 ${next(96, 120)} C 90 ${next(50, 70)}, 180 ${next(90, 110)}, 290 ${next(30, 60)}`}
			/>
			<ellipse class="map__shadow" cx="140" cy="83" rx="8" ry="3" />
			<path class="map__pin" d="M140 82c-9-12-14-18-14-26a14 14 0 1 1 28 0c0 8-5 14-14 26z" />
			<circle class="map__dot" cx="140" cy="56" r="5" />
		</svg>
	);
}
