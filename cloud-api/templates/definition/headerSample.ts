import { upper, type TemplateComponent } from '../template';

/** The sample file of a media header: a binary field that is uploaded on submission, or an upload handle. */
export type HeaderSample = { binaryField: string } | { handle: string };

/**
 * Returns the sample of a media header. In JSON it is `sample: { binaryField }`, or an entry of
 * `example.header_handle`, which is the name of a binary field if the item has one of that name.
 */
export function readHeaderSample(
	component: TemplateComponent,
	binaryFields: readonly string[],
): HeaderSample | undefined {
	if (component.sample) return component.sample;
	const [handle] = headerHandles(component);
	if (handle === undefined) return undefined;
	return binaryFields.includes(handle) ? { binaryField: handle } : { handle };
}

/** Returns the upload handles of a media header's sample file. */
export function headerHandles(component: TemplateComponent): string[] {
	const { example } = component;
	const { header_handle: handles } = (
		typeof example === 'object' && example !== null ? example : {}
	) as { header_handle?: unknown };
	return [handles]
		.flat()
		.filter((handle): handle is string => typeof handle === 'string' && handle.trim() !== '');
}

/**
 * Returns the components with upload handles in place of `sample`, including those of cards.
 *
 * @param upload uploads the file of a binary field for a header format and returns its upload handle
 */
export async function withUploadedSamples(
	components: readonly TemplateComponent[],
	upload: (binaryField: string, format: string) => Promise<string>,
): Promise<TemplateComponent[]> {
	const done: TemplateComponent[] = [];
	for (const { sample, ...component } of components) {
		const cards = [];
		for (const card of component.cards ?? [])
			cards.push({ ...card, components: await withUploadedSamples(card.components, upload) });
		const handle = sample && (await handleOf(sample, upper(component.format), upload));
		done.push({
			...component,
			...(handle && { example: { header_handle: [handle] } }),
			...(component.cards && { cards }),
		} as TemplateComponent);
	}
	return done;
}

async function handleOf(
	sample: HeaderSample,
	format: string,
	upload: (binaryField: string, format: string) => Promise<string>,
): Promise<string> {
	return 'handle' in sample ? sample.handle : await upload(sample.binaryField, format);
}
