/** Versions of Flow JSON that can be published (Meta: WhatsApp Flows changelog), oldest first. */
export const FLOW_VERSIONS = [
	'5.1',
	'6.0',
	'6.1',
	'6.2',
	'6.3',
	'7.0',
	'7.1',
	'7.2',
	'7.3',
] as const;

/** The version that Meta recommends and the builder writes. */
export const RECOMMENDED_VERSION = '7.3';

/** Versions of the data API, which a flow with an endpoint names. */
export const DATA_API_VERSIONS = ['3.0', '4.0'] as const;

/** Whether a version is at least another; compared by its numbers. */
export function isAtLeast(version: string, wanted: string): boolean {
	return compareVersions(version, wanted) >= 0;
}

/** Below 0, 0, or above 0, as for sorting: `6.10` is later than `6.9`. */
export function compareVersions(one: string, other: string): number {
	const [major, minor] = numbersOf(one);
	const [otherMajor, otherMinor] = numbersOf(other);
	return major - otherMajor || minor - otherMinor;
}

/** Whether a version is later than every one that is known here, so that its rules are Meta's to check. */
export function isNewer(version: string): boolean {
	return compareVersions(version, RECOMMENDED_VERSION) > 0;
}

function numbersOf(version: string): [number, number] {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return [major, minor];
}
