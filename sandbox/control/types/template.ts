import type { JsonObject } from './json';

/** A template to add without a review. */
export interface TemplateInput {
	name: string;
	/** Default: the seed's account. */
	businessAccountId?: string;
	language?: string;
	category?: string;
	status?: string;
	parameterFormat?: 'POSITIONAL' | 'NAMED';
	subCategory?: string;
	components: JsonObject[];
}

/** A template group to add. */
export interface TemplateGroupInput {
	name?: string;
	/** Default: the seed's account. */
	businessAccountId?: string;
	templateIds: string[];
}

/** A change of a template. */
export interface TemplateChange {
	/** APPROVED, REJECTED, PAUSED, DISABLED, … */
	status?: string;
	rejectedReason?: string;
	/** GREEN, YELLOW, RED, UNKNOWN. */
	quality?: string;
	category?: string;
}

export interface TemplateView {
	id: string;
	businessAccountId: string;
	name: string;
	language: string;
	category: string;
	status: string;
	rejectedReason: string;
	quality: string;
}
