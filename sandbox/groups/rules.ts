import { states } from '../accounts/states';
import { GraphError, invalidParameter, parameterRequired, rejection } from '../graph/errors';
import type { Group, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** Limits of Meta's page "Group management". */
const MAX_SUBJECT = 128;
const MAX_DESCRIPTION = 2048;
const MAX_GROUPS = 10_000;
/** Participants beside the business. */
export const MAX_PARTICIPANTS = 8;
const MODES = ['approval_required', 'auto_approve'];

/** Throws 131215 unless the number is an Official Business Account. */
export function checkEligible(world: World, number: PhoneNumber): void {
	if (world.use(states).ofNumber(number).official) return;
	throw rejection(
		131215,
		'Groups APIs are only available for eligible phone numbers. Please check eligibility for Groups APIs in our documentation - /documentation/business-messaging/whatsapp/groups/get-started',
	);
}

/** Throws 131207 for a suspended group. */
export function checkActive(group: Group): void {
	if (group.suspended) throw rejection(131207, 'The group violates platform policies.');
}

/** Throws unless the number may create one more group (131211, 131214). */
export function checkCreation(world: World, number: PhoneNumber): void {
	const account = world.use(states).ofAccount(world.directory.accountOf(number));
	if (account.groupCreationDisabled) {
		throw rejection(
			131214,
			'Group creation is temporarily disabled due to excessive marketing messages sent by the WABA in customer service window over the past 7 days.',
		);
	}
	const own = [...world.directory.groups.values()].filter(
		({ phoneNumberId }) => phoneNumberId === number.id,
	);
	if (own.length < MAX_GROUPS) return;
	throw rejection(
		131211,
		'Reached the limit for the maximum number of groups that can be created for this number.',
	);
}

/** The trimmed subject. */
export function subjectOf(value: unknown): string {
	if (typeof value !== 'string') throw invalidParameter('Param subject must be a string.');
	const subject = value.trim();
	if (subject === '' || [...subject].length > MAX_SUBJECT) {
		throw invalidParameter(`Param subject must have 1 to ${MAX_SUBJECT} characters.`);
	}
	return subject;
}

export function descriptionOf(value: unknown): string {
	if (typeof value !== 'string') throw invalidParameter('Param description must be a string.');
	if ([...value].length > MAX_DESCRIPTION) {
		throw invalidParameter(`Param description must have at most ${MAX_DESCRIPTION} characters.`);
	}
	return value;
}

export function modeOf(value: unknown): Group['joinApprovalMode'] {
	if (MODES.includes(value as string)) return value as Group['joinApprovalMode'];
	throw invalidParameter(`Param join_approval_mode must be one of {${MODES.join(', ')}}.`);
}

/** A non-empty list of IDs without repetitions. */
export function joinRequestsOf(value: unknown): string[] {
	if (value === undefined) throw parameterRequired('join_requests');
	if (!Array.isArray(value) || value.length === 0 || !value.every(isText)) {
		throw invalidParameter('Param join_requests must be a non-empty array of strings.');
	}
	if (new Set(value).size < value.length) {
		throw invalidParameter('Param join_requests must not repeat an ID.');
	}
	return value as string[];
}

/** The picture is a JPEG of at most 5 MB, square (131209), and at least 192 pixels wide (131210). */
export function checkPicture(mimeType: string, size: number, picture: Picture | undefined): void {
	if (mimeType !== 'image/jpeg' || !picture) {
		throw invalidParameter('The group profile picture must be an image/jpeg.');
	}
	if (size > 5 * 1024 * 1024) {
		throw invalidParameter('The group profile picture must have at most 5 MB.');
	}
	if (picture.width !== picture.height) {
		throw rejection(131209, 'Width and height of the image must be equal.');
	}
	if (picture.width < 192) {
		throw rejection(131210, 'Image width and height must be greater than 192px.');
	}
}

export interface Picture {
	width: number;
	height: number;
}

/** Width and height of a JPEG, from its start-of-frame segment. */
export function jpegSize(bytes: Buffer): Picture | undefined {
	if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	for (let at = 2; at + 9 < bytes.length; ) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes[at + 1];
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) {
			return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		}
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}

/** An error inside of a webhook or a partial result. */
export function errorObject(code: number, title: string, details: string) {
	return { code, message: `(#${code}) ${title}`, title, error_data: { details } };
}

/** `131201` with the results: some of the participants or requests failed. */
export const PARTIAL = errorObject(
	131201,
	'Request partially succeeded',
	'Not all participant-level operations in the request succeeded.',
);

export function unknownJoinRequest(): GraphError {
	return rejection(131213, 'Group join request does not exist.');
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}
