import { sleep } from 'n8n-workflow';
import { NumberPace } from '../../../cloud-api/pace/numberPace';
import { PairPace } from '../../../cloud-api/pace/pairPace';
import type { Run } from './run';

/** An idle lane is forgotten when there are more than this many. */
const MAX_LANES = 500;
const IDLE_MS = 120_000;
const LOOK_AROUND_MS = 250;

interface Waiting {
	run: Run;
	go: (ticket: number) => void;
}

/**
 * The queue in front of one number (or, without a pace, of one other object of Meta's): first come,
 * first served, at the pace of the number, standing still while Meta asks for a pause.
 */
export class Lane {
	lastUsed = performance.now();
	private pace = new NumberPace(Infinity);
	private waiting: Waiting[] = [];
	private moving = false;
	private readonly known = new WeakSet<Run>();

	/** The pace that the newest run asks for counts for all. */
	setLimit(run: Run, perSecond: number): void {
		if (this.known.has(run)) return;
		this.known.add(run);
		if (this.pace.limit !== perSecond) this.pace = new NumberPace(perSecond, this.pace);
	}

	/** Resolves with a ticket when the request may leave, or when its run has ended. */
	async turn(run: Run): Promise<number> {
		this.lastUsed = performance.now();
		if (!this.moving) this.pace.rested(this.lastUsed);
		return await new Promise((go) => {
			this.waiting.push({ run, go });
			void this.move();
		});
	}

	answered(ticket: number): void {
		this.pace.answered(ticket, performance.now());
	}

	pause(ms: number): void {
		this.pace.pause(performance.now() + ms);
	}

	slowDown(): void {
		this.pace.slowDown(performance.now());
	}

	get idle(): boolean {
		return this.waiting.length === 0 && performance.now() - this.lastUsed > IDLE_MS;
	}

	private async move(): Promise<void> {
		if (this.moving) return;
		this.moving = true;
		while (this.waiting.length > 0) {
			this.dismissEnded();
			const delay = this.pace.delay(performance.now());
			if (delay > 0) await sleep(Math.min(delay, LOOK_AROUND_MS));
			else this.waiting.shift()?.go(this.pace.launch(performance.now()));
		}
		this.moving = false;
	}

	private dismissEnded(): void {
		if (!this.waiting.some(({ run }) => run.ended)) return;
		const [ended, staying] = [
			this.waiting.filter(({ run }) => run.ended),
			this.waiting.filter(({ run }) => !run.ended),
		];
		this.waiting = staying;
		for (const { go } of ended) go(-1);
	}
}

/** Shared by all executions in this process. */
const lanes = new Map<string, Lane>();
export const pairs = new PairPace();

/** The lane of an object of Meta's; `key` names host and object and holds no secret. */
export function laneOf(key: string): Lane {
	let lane = lanes.get(key);
	if (!lane) {
		if (lanes.size >= MAX_LANES) forgetIdle();
		lane = new Lane();
		lanes.set(key, lane);
	}
	return lane;
}

function forgetIdle(): void {
	for (const [key, lane] of lanes) if (lane.idle) lanes.delete(key);
}
