import type { Issues } from './issues';
import type { Raw } from './model';

/** Versions of Flow JSON that can be published; 7.3 is the recommended one. */
export const PUBLISHABLE = ['5.1', '6.0', '6.1', '6.2', '6.3', '7.0', '7.1', '7.2', '7.3'];
/** Versions that have expired. */
const EXPIRED = ['2.1', '3.0', '3.1', '4.0', '5.0'];

/** The version as a number (73 for 7.3), or `undefined` if the rest cannot be checked. */
export function versionOf(raw: Raw, issues: Issues): number | undefined {
	const { version, data_api_version: dataApi } = raw;
	if (version === undefined) {
		issues.value('MISSING_FLOW_JSON_VERSION', 'Flow JSON version is not specified.', []);
		return undefined;
	}
	if (typeof version !== 'string' || !PUBLISHABLE.includes(version)) {
		const expired = EXPIRED.includes(String(version));
		issues.value(
			expired ? 'UNSUPPORTED_FLOW_JSON_VERSION' : 'INVALID_FLOW_JSON_VERSION',
			expired
				? `Flow JSON version ${String(version)} has expired. Please migrate to the recommended version.`
				: 'Given Flow JSON version is not supported.',
			['version'],
		);
		return undefined;
	}
	const number = Number(version.replace('.', ''));
	if (dataApi !== undefined && dataApi !== '3.0' && !(dataApi === '4.0' && number >= 73)) {
		issues.value('INVALID_DATA_API_VERSION', 'Invalid Data API version.', ['data_api_version']);
	}
	return number;
}
