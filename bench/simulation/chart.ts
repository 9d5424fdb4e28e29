const [WIDTH, HEIGHT, MARGIN, GAP] = [640, 180, 40, 40];
const COLORS = ['#075e54', '#25d366', '#34b7f1', '#ff9f43'];
const TOP = 80;

/** Lines of the messages accepted per second, one panel for each scenario and one line for each process. */
export function chart(panels: ReadonlyArray<[name: string, accepted: number[][]]>): string {
	const height = panels.length * (HEIGHT + GAP) + MARGIN;
	const parts = panels.map(([name, accepted], index) =>
		panel(name, accepted, MARGIN / 2 + index * (HEIGHT + GAP)),
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + 2 * MARGIN}" height="${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}

function panel(name: string, accepted: number[][], top: number): string {
	const seconds = Math.max(...accepted.map(({ length }) => length));
	const x = (second: number) => (MARGIN + (second / Math.max(1, seconds - 1)) * WIDTH).toFixed(1);
	const y = (count: number) => (top + HEIGHT - (count / TOP) * (HEIGHT - 20)).toFixed(1);
	const line = (counts: number[], color: string, width: number) =>
		`<polyline fill="none" stroke="${color}" stroke-width="${width}" points="${counts.map((count, second) => `${x(second)},${y(count)}`).join(' ')}"/>`;
	const all = Array.from({ length: seconds }, (_, second) =>
		accepted.reduce((sum, counts) => sum + (counts[second] ?? 0), 0),
	);
	const grid = [0, 20, 40, 60, 80].map(
		(count) =>
			`<line x1="${MARGIN}" x2="${MARGIN + WIDTH}" y1="${y(count)}" y2="${y(count)}" stroke="#ddd"/><text x="${MARGIN - 6}" y="${y(count)}" text-anchor="end">${count}</text>`,
	);
	return [
		`<text x="${MARGIN}" y="${top + 4}" font-weight="bold">${name}: messages per second, and the sum (black)</text>`,
		...grid,
		line(all, '#222', 2),
		...accepted.map((counts, index) => line(counts, COLORS[index % COLORS.length], 1.5)),
		`<text x="${MARGIN + WIDTH}" y="${top + HEIGHT + 16}" text-anchor="end">${seconds} s</text>`,
	].join('');
}
