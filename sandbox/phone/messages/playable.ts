import { useEffect, useState } from 'preact/hooks';
import type { MediaView } from '../../control/types';

/**
 * The address a player takes its bytes from. What lies on the sandbox is fetched whole, since
 * players need to seek to know how long a file is; a link to elsewhere is given as it is.
 */
export function usePlayable(media: MediaView | undefined): string | undefined {
	const [url, setUrl] = useState<string>();
	const source = media?.url;
	useEffect(() => {
		if (!source) return undefined;
		const ending = new AbortController();
		let made: string | undefined;
		fetch(source, { signal: ending.signal })
			.then(async (answer) => (answer.ok ? await answer.blob() : undefined))
			.then((bytes) => setUrl(bytes ? (made = URL.createObjectURL(bytes)) : source))
			.catch(() => !ending.signal.aborted && setUrl(source));
		return () => {
			ending.abort();
			if (made) URL.revokeObjectURL(made);
		};
	}, [source]);
	return url;
}
