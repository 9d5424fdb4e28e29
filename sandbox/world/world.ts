import type { Behavior, BehaviorPatch, RequestView } from '../control/types';
import { defaultBehavior, mergeBehavior } from '../behavior';
import { Faults } from '../faults/faults';
import { Limits } from '../faults/limits';
import { MediaStore } from '../media/store';
import type { Seed } from '../seed';
import { Webhooks } from '../webhooks/webhooks';
import { Bus } from './bus';
import { Clock } from './clock';
import { Directory } from './directory';
import { Files } from './files';
import { Ids } from './ids';
import { Messages } from './messages';
import { Random } from './random';
import { Ring } from './ring';
import { noTemplates, type TemplateHook } from './templates';
import { Tokens } from './tokens';

/** Requests kept for tests and the phone page. */
const REQUESTS_KEPT = 10_000;

/**
 * The state of one sandbox; nothing is shared between sandboxes. A module that needs a store of
 * its own exports `function profiles(world: World): Profiles` and reads it with
 * `world.use(profiles)`. The store is created on first use and dropped by a reset.
 */
export class World {
	/** Base URL without trailing slash; known once the server listens. */
	url = '';
	behavior!: Behavior;
	clock!: Clock;
	random!: Random;
	ids!: Ids;
	directory!: Directory;
	tokens!: Tokens;
	messages!: Messages;
	media!: MediaStore;
	files!: Files;
	faults!: Faults;
	limits!: Limits;
	webhooks!: Webhooks;
	requests!: Ring<RequestView>;
	/** Set by the templates module. */
	templates: TemplateHook = noTemplates;
	readonly bus = new Bus();
	private requestCount = 0;
	private stores = new Map<(world: World) => unknown, unknown>();

	constructor(
		readonly seed: Seed,
		private readonly populate: (world: World) => void,
		private readonly initialBehavior: BehaviorPatch = {},
	) {
		this.build();
	}

	/** A module's own store, see the class. */
	use<T>(make: (world: World) => T): T {
		if (!this.stores.has(make)) this.stores.set(make, make(this));
		return this.stores.get(make) as T;
	}

	/** Returns to the seed: no messages, subscriptions, or faults, and the real time. */
	async reset(): Promise<void> {
		await this.close();
		this.build();
		this.bus.emit(() => ({ type: 'reset' }));
	}

	/** Stops timers and deliveries, and deletes files. */
	async close(): Promise<void> {
		this.webhooks.close();
		this.clock.clear();
		await this.files.clear();
	}

	/** Changes the behavior of the sandbox. */
	behave(patch: BehaviorPatch): void {
		this.behavior = mergeBehavior(this.behavior, patch);
		if (this.behavior.clock === 'stopped') this.clock.stop();
		else this.clock.run();
		if (patch.webhooks) this.webhooks.resume();
		this.bus.emit(() => ({ type: 'state' }));
	}

	nextRequestSeq(): number {
		return ++this.requestCount;
	}

	private build(): void {
		this.behavior = mergeBehavior(defaultBehavior(), this.initialBehavior);
		this.stores = new Map();
		this.clock = new Clock(async () => await this.webhooks.settled());
		this.random = new Random();
		this.ids = new Ids();
		this.directory = new Directory(this.seed.businessId);
		this.tokens = new Tokens();
		this.messages = new Messages(this.clock, this.bus);
		this.files = new Files();
		this.media = new MediaStore(this.clock, this.ids, this.files, () => this.url);
		this.faults = new Faults(this.random);
		this.limits = new Limits(this.clock, () => this.behavior.limits);
		this.webhooks = new Webhooks(
			this.clock,
			this.bus,
			this.directory,
			() => this.behavior.webhooks,
		);
		this.requests = new Ring(REQUESTS_KEPT);
		if (this.behavior.clock === 'stopped') this.clock.stop();
		this.populate(this);
	}
}
