import { withoutVariables } from '../variables';

/** Returns the end of a URL from a sample value that is the whole URL or only its end. */
export function urlSuffix(url: string | undefined, sample: string): string {
	const base = withoutVariables(url ?? '').trim();
	return sample.startsWith(base) ? sample.slice(base.length) : sample;
}
