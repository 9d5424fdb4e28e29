import { records, texts } from '../answers';
import { z } from 'zod/v3';
import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { list, optionalText, reject, webAddress } from '../messages/schema';

/** Limits of the business profile (Meta: business profiles). */
export const PROFILE_LIMITS = {
	about: 139,
	address: 256,
	description: 512,
	email: 128,
	websites: 2,
	website: 256,
} as const;

/** Meta's industries by the names its pages show. */
export const INDUSTRIES: ReadonlyArray<{ value: string; name: string }> = [
	{ value: 'ALCOHOL', name: 'Alcoholic Beverages' },
	{ value: 'APPAREL', name: 'Clothing and Apparel' },
	{ value: 'AUTO', name: 'Automotive' },
	{ value: 'BEAUTY', name: 'Beauty, Spa and Salon' },
	{ value: 'EDU', name: 'Education' },
	{ value: 'ENTERTAIN', name: 'Entertainment' },
	{ value: 'EVENT_PLAN', name: 'Event Planning and Service' },
	{ value: 'FINANCE', name: 'Finance and Banking' },
	{ value: 'GOVT', name: 'Public Service' },
	{ value: 'GROCERY', name: 'Food and Grocery' },
	{ value: 'HEALTH', name: 'Medical and Health' },
	{ value: 'HOTEL', name: 'Hotel and Lodging' },
	{ value: 'NONPROFIT', name: 'Non-Profit' },
	{ value: 'ONLINE_GAMBLING', name: 'Online Gambling and Gaming' },
	{ value: 'OTC_DRUGS', name: 'Over-the-Counter Drugs' },
	{ value: 'OTHER', name: 'Other' },
	{ value: 'PHYSICAL_GAMBLING', name: 'Non-Online Gambling and Gaming' },
	{ value: 'PROF_SERVICES', name: 'Professional Services' },
	{ value: 'RESTAURANT', name: 'Restaurant' },
	{ value: 'RETAIL', name: 'Shopping and Retail' },
	{ value: 'TRAVEL', name: 'Travel and Transportation' },
];

/** The business profile as a customer sees it. */
export interface BusinessProfile {
	about: string;
	address: string;
	description: string;
	email: string;
	websites: string[];
	/** The name of the industry; Meta's value when it is a new one. */
	industry: string;
	/** Meta's value, e.g. `AUTO`. */
	vertical: string;
	/** A link that expires; empty without a photo. */
	profilePictureUrl: string;
}

/** Only the fields that are set change; empty text clears a field where Meta allows it. */
export interface ProfileChanges {
	about?: string;
	address?: string;
	description?: string;
	email?: string;
	websites?: string[];
	/** One of {@link INDUSTRIES}; cannot be emptied once set. */
	vertical?: string;
	/** Handle of a resumable upload, not a media ID. */
	profilePictureHandle?: string;
}

const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

/** The profile of a number. Meta answers with a list of one, and with next to nothing unless asked by field. */
export async function getProfile(graph: GraphApi, phoneNumberId: string): Promise<BusinessProfile> {
	const { data } = await graph.get(path(phoneNumberId), { fields: FIELDS });
	const [profile = {}] = records(data);
	const text = (name: string) => (typeof profile[name] === 'string' ? profile[name] : '');
	const vertical = text('vertical');
	return {
		about: text('about'),
		address: text('address'),
		description: text('description'),
		email: text('email'),
		websites: texts(profile.websites),
		industry: INDUSTRIES.find(({ value }) => value === vertical)?.name ?? vertical,
		vertical,
		profilePictureUrl: text('profile_picture_url'),
	};
}

/**
 * Changes what is given and nothing else.
 *
 * @throws InvalidInputError when Meta would reject a value, or nothing is to be changed
 */
export async function updateProfile(
	graph: GraphApi,
	phoneNumberId: string,
	changes: ProfileChanges,
): Promise<void> {
	const body = profileBody(changes);
	if (Object.keys(body).length === 0) {
		throw new InvalidInputError(
			'changes',
			'No change to the profile is added',
			'Add at least one field under "Changes".',
		);
	}
	await graph.post(path(phoneNumberId), { messaging_product: 'whatsapp', ...body });
}

const schema = z.object({
	about: z.unknown().transform((value, context) => {
		if (value === undefined) return undefined;
		if (value === '') {
			reject(
				context,
				'About is empty',
				'Enter 1 to 139 characters, or remove the field to keep the current text. Meta does not allow an empty about text.',
			);
			return z.NEVER;
		}
		return within(optionalText('About', PROFILE_LIMITS.about), value, context);
	}),
	address: emptiable('Address', PROFILE_LIMITS.address),
	description: emptiable('Description', PROFILE_LIMITS.description),
	email: emptiable('Email', PROFILE_LIMITS.email).superRefine((value, context) => {
		if (value && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
			reject(
				context,
				`Email "${value}" is not an email address`,
				'Enter an address such as name@example.com.',
			);
		}
	}),
	websites: list(
		webAddress('Website #').superRefine((value, context) => {
			if (value.length > PROFILE_LIMITS.website) {
				reject(
					context,
					`Website # has ${value.length} characters, but WhatsApp accepts up to ${PROFILE_LIMITS.website}`,
					'Use a shorter address.',
				);
			}
		}),
		'Websites',
		['website', 'websites'],
		{ min: 0, max: PROFILE_LIMITS.websites },
	),
	vertical: z.unknown().transform((value, context) => {
		if (value === undefined) return undefined;
		if (typeof value === 'string' && /^[A-Z_]+$/.test(value) && value !== 'UNDEFINED') return value;
		reject(
			context,
			'The industry cannot be removed',
			'Choose an industry, e.g. "Other", or remove the field to keep the current one.',
		);
		return z.NEVER;
	}),
	profilePictureHandle: z.string().optional(),
});

function profileBody(changes: ProfileChanges): Json {
	const { websites, profilePictureHandle, ...texts } = check(schema, changes);
	const body: Json = {
		...texts,
		...(changes.websites !== undefined && { websites }),
		profile_picture_handle: profilePictureHandle,
	};
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Text that empty text clears and that does not change if it is not set. */
function emptiable(label: string, max: number) {
	return z
		.unknown()
		.transform((value, context): string | undefined =>
			value === undefined || value === ''
				? value
				: within(optionalText(label, max), value, context),
		);
}

function within<T>(
	rule: z.ZodType<T, z.ZodTypeDef, unknown>,
	value: unknown,
	context: z.RefinementCtx,
): T {
	const result = rule.safeParse(value);
	if (result.success) return result.data;
	for (const issue of result.error.issues) context.addIssue(issue);
	return z.NEVER;
}

function path(phoneNumberId: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/whatsapp_business_profile`;
}
