import type { Figures, Rate } from './figures';

type Row = string[];

/** A target and the measured value. */
export function verdicts({
	limit,
	rates,
	storm,
	files,
	webhooks,
}: Figures): Array<[string, string, boolean]> {
	const [helper, ours, kept, axios] = rates;
	const best = Math.max(ours.perSecond, kept.perSecond);
	return [
		[
			`${limit.messages} messages at ${limit.perSecond}/s: time against the ideal ${limit.idealSeconds} s`,
			`${limit.ratio} × (at most 1.05), ${limit.accepted} accepted, ${limit.rejected} rejected, ${limit.doubled} doubled`,
			limit.ratio <= 1.05 &&
				limit.accepted === limit.messages &&
				limit.rejected + limit.doubled === 0,
		],
		[
			"Without a limit: against n8n's helper one item at a time",
			`${times(ours.perSecond / helper.perSecond)} (at least 3 ×), ${times(best / helper.perSecond)} with connections kept open`,
			ours.perSecond / helper.perSecond >= 3,
		],
		[
			'Best rate against bare keep-alive axios at the same concurrency',
			times(best / axios.perSecond),
			true,
		],
		[
			`Fault storm: items on which node and sandbox disagree`,
			`${storm.disagreements} of ${storm.messages}`,
			storm.disagreements === 0,
		],
		[
			`${files.megabytes} MB up: growth of the process`,
			`${files.uploadGrowth} MB, ${files.uploadRatio} × the file (at most 1.5 ×)`,
			files.uploadRatio <= 1.5,
		],
		[
			`${files.megabytes} MB down: growth of the process`,
			`${files.downloadGrowth} MB (at most 32 MB)`,
			files.downloadGrowth <= 32,
		],
		[
			'A webhook with one message: against bare HMAC and JSON.parse',
			`${webhooks[0].ratio} × (at most 2 ×)`,
			webhooks[0].ratio <= 2,
		],
	];
}

/** Returns the report as Markdown. */
export function markdown(figures: Figures): string {
	const { rates, storm, webhooks, load_ms: load } = figures;
	return [
		'# Benchmark',
		'',
		`Written by \`npm run bench -- --write\` on ${figures.date}, Node ${figures.node}, ${figures.load}. The nodes run in n8n's real engine and the sandbox in another process, over a connection with a round trip of ${figures.roundTripMs} ms; a new connection takes two more round trips, as with TCP and TLS. Compare only the ratios, which come from one run on one machine. A load above the number of cores means that other processes interrupt the benchmark for up to half a second at a time: all rates decrease, and at the limit messages arrive in bursts, some of which the sandbox rejects (the node retries them).`,
		'',
		'![Messages per second and processor time per message](chart.svg)',
		'',
		'## Targets',
		'',
		...table(
			['', 'Measured', ''],
			verdicts(figures).map(([what, measured, holds]) => [what, measured, holds ? '✔' : '✘']),
		),
		'## Without a limit',
		'',
		...table(
			['Method', 'Messages', 'Messages/s', 'CPU ms per message', 'Connections'],
			rates.map(({ name, messages, perSecond, cpuPerMessage, connections }) =>
				[name, messages, perSecond, cpuPerMessage, connections].map(String),
			),
		),
		"n8n's helper opens a connection for every request and closes it afterwards; a community node cannot change that (`agentOptions.keepAlive` leaks one idle socket per request instead). Therefore the node sends messages concurrently by default, which keeps n8n's proxy settings, network rules (SSRF protection), cancellation, and token renewal. **Keep Connections Open** under _Delivery Options_ sends through `fetch`, which reuses connections: it saves round trips and part of the CPU time, and bypasses the proxy settings and network rules for the messages of that node. The figures exclude the cost of TLS, about 2 ms of CPU for each new connection, so the difference is larger in production.",
		'',
		'## Fault storm',
		'',
		`${storm.messages} messages in ${storm.seconds} s while 10 % get HTTP 500, 5 % lose the connection before and 2 % after Meta has accepted them, 1 % go to phone numbers that are not on WhatsApp, and the phone number is throttled every few seconds. Every item reports its outcome: ${Object.entries(
			storm.outcomes,
		)
			.map(([outcome, count]) => `${count} ${outcome}`)
			.join(
				', ',
			)}. "Unknown" are those whose connection broke: a retry could deliver them twice. Rejections before the final outcome, by code: ${Object.entries(
			storm.rejections,
		)
			.map(([code, count]) => `${code}: ${count}`)
			.join(', ')}.`,
		'',
		'## Webhooks',
		'',
		...table(
			['Delivery', 'Verify, parse, flatten (µs)', 'HMAC and JSON.parse (µs)', 'Ratio'],
			webhooks.map(({ name, ours, bare, ratio }) => [name, ours, bare, ratio].map(String)),
		),
		'## Loading',
		'',
		`A fresh Node loads n8n-workflow in ${load.n8nWorkflow} ms and then our nodes and credential in ${load.package} ms.`,
		'',
	].join('\n');
}

function table(head: Row, rows: Row[]): Row {
	const line = (cells: Row) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function times(ratio: number): string {
	return `${ratio.toPrecision(3)} ×`;
}

const WIDTH = 760;
const LABEL = 230;
const BAR = 380;
const ROW = 30;

/** Returns two bar charts: rate and CPU time. */
export function chart({ rates }: Figures): string {
	const height = 2 * (rates.length * ROW + 50) + 10;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" font-family="system-ui, sans-serif" font-size="13">`,
		`<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
		...bars('Messages per second (more is better)', rates, ({ perSecond }) => perSecond, 0),
		...bars(
			'Processor time per message in ms (less is better)',
			rates,
			({ cpuPerMessage }) => cpuPerMessage,
			rates.length * ROW + 50,
		),
		'</svg>',
		'',
	].join('\n');
}

function bars(title: string, rates: Rate[], value: (rate: Rate) => number, top: number): string[] {
	const most = Math.max(...rates.map(value));
	return [
		`<text x="12" y="${top + 24}" font-weight="600" fill="#111827">${escape(title)}</text>`,
		...rates.flatMap((rate, index) => {
			const y = top + 38 + index * ROW;
			const width = Math.max(2, (value(rate) / most) * BAR);
			const colour = rate.name.startsWith('this node') ? '#16a34a' : '#9ca3af';
			return [
				`<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end" fill="#374151">${escape(rate.name)}</text>`,
				`<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="20" rx="3" fill="${colour}"/>`,
				`<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 15}" fill="#111827">${value(rate)}</text>`,
			];
		}),
	];
}

function escape(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
