/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */

/** The measurement of one way to send. */
export interface Rate {
	name: string;
	messages: number;
	perSecond: number;
	/** CPU time of this process, in milliseconds. */
	cpuPerMessage: number;
	connections: number;
}

export interface Figures {
	date: string;
	node: string;
	/** Load of the machine at the start, and its number of cores. */
	load: string;
	roundTripMs: number;
	limit: {
		messages: number;
		perSecond: number;
		accepted: number;
		rejected: number;
		doubled: number;
		seconds: number;
		idealSeconds: number;
		ratio: number;
	};
	rates: Rate[];
	storm: {
		messages: number;
		seconds: number;
		outcomes: Record<string, number>;
		disagreements: number;
		rejections: Record<string, number>;
	};
	files: {
		megabytes: number;
		uploadGrowth: number;
		uploadRatio: number;
		uploadSeconds: number;
		downloadGrowth: number;
		downloadSeconds: number;
	};
	webhooks: Array<{ name: string; ours: number; bare: number; ratio: number }>;
	load_ms: { package: number; n8nWorkflow: number };
}

/** Measures wall time and CPU time. */
export async function measure<T>(
	work: () => Promise<T>,
): Promise<{ result: T; seconds: number; cpuMs: number }> {
	const cpu = process.cpuUsage();
	const start = performance.now();
	const result = await work();
	const seconds = (performance.now() - start) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	return { result, seconds, cpuMs: (user + system) / 1000 };
}

/** Rounds to Rounds to Rounds to 3 significant digits. */
export function round(value: number): number {
	return Number(value.toPrecision(3));
}
