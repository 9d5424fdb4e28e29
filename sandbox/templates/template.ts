import type { NodeType } from '../graph/graph';
import type { Timer } from '../world/clock';
import type { World } from '../world/world';

/** A component as Meta stores it: `type` in upper case, everything else as submitted. */
export interface Component {
	type: string;
	format?: string;
	text?: string;
	example?: Record<string, unknown>;
	buttons?: Button[];
	cards?: Array<{ components: Component[] }>;
	limited_time_offer?: { text?: string; has_expiration?: boolean };
	add_security_recommendation?: boolean;
	code_expiration_minutes?: number;
	[key: string]: unknown;
}

export interface Button {
	type: string;
	text?: string;
	url?: string;
	phone_number?: string;
	example?: unknown;
	otp_type?: string;
	[key: string]: unknown;
}

export type TemplateStatus =
	| 'APPROVED'
	| 'PENDING'
	| 'REJECTED'
	| 'PAUSED'
	| 'DISABLED'
	| 'ARCHIVED'
	| 'PENDING_DELETION';

export interface Template {
	id: string;
	accountId: string;
	name: string;
	language: string;
	category: string;
	previousCategory?: string;
	status: TemplateStatus;
	/** `NONE` unless rejected. */
	rejectedReason: string;
	parameterFormat: 'POSITIONAL' | 'NAMED';
	components: Component[];
	quality: { score: string; date: number };
	/** ORDER_DETAILS, ORDER_STATUS, RICH_ORDER_STATUS, CALL_PERMISSIONS_REQUEST, … */
	subCategory?: string;
	messageSendTtlSeconds?: number;
	libraryTemplateName?: string;
	/** Times of edits, for the limits of 1 a day and 10 in 30 days. */
	edits: number[];
	/** Whether a wrong category is changed instead of rejected. */
	allowCategoryChange: boolean;
	review?: Timer;
}

export const TEMPLATE: NodeType<Template> = { graphType: 'WhatsAppMessageTemplate' };

/** The templates of all accounts, and the names blocked after a deletion. */
export class Templates {
	private readonly byId = new Map<string, Template>();
	private readonly blocked = new Map<string, number>();

	add(template: Template): void {
		this.byId.set(template.id, template);
	}

	get(id: string): Template | undefined {
		return this.byId.get(id);
	}

	/** Newest first, as the Graph API lists them. */
	of(accountId: string): Template[] {
		return [...this.byId.values()].filter((one) => one.accountId === accountId).reverse();
	}

	named(accountId: string, name: string): Template[] {
		return this.of(accountId).filter((one) => one.name === name);
	}

	remove(template: Template, until: number): void {
		template.review?.cancel();
		this.byId.delete(template.id);
		this.blocked.set(`${template.accountId} ${template.name} ${template.language}`, until);
	}

	/** End of the time in which a deleted name cannot be reused in a language. */
	blockedUntil(accountId: string, name: string, language: string): number {
		return this.blocked.get(`${accountId} ${name} ${language}`) ?? 0;
	}
}

/** `world.use(templates)`. Starts with Meta's `hello_world`, as test accounts do. */
export function templates(world: World): Templates {
	const store = new Templates();
	store.add({
		...approved(world, world.seed.businessAccountId),
		name: 'hello_world',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Hello World' },
			{
				type: 'BODY',
				text: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
			},
			{ type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
		],
	});
	return store;
}

/** An approved utility template in American English without content. */
export function approved(world: World, accountId: string): Template {
	return {
		id: world.ids.object(6),
		accountId,
		name: '',
		language: 'en_US',
		category: 'UTILITY',
		status: 'APPROVED',
		rejectedReason: 'NONE',
		parameterFormat: 'POSITIONAL',
		components: [],
		quality: { score: 'UNKNOWN', date: world.clock.seconds() },
		edits: [],
		allowCategoryChange: true,
	};
}

export function componentOf(
	template: Pick<Template, 'components'>,
	type: string,
): Component | undefined {
	return template.components.find((component) => component.type === type);
}
