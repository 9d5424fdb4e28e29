import { withoutVariables } from '../variables';

/** The sample of a URL button is the whole URL or only what replaces the variable; the latter is wanted. */
export function urlSuffix(url: string | undefined, sample: string): string {
	const base = withoutVariables(url ?? '').trim();
	return sample.startsWith(base) ? sample.slice(base.length) : sample;
}
