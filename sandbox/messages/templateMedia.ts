import type { MediaView, RenderedTemplate } from '../control/types';
import type { MediaType } from '../media/rules';
import type { MediaReference } from './messageType';

interface Component {
	parameters?: Array<Record<string, unknown>>;
	cards?: Array<{ components?: Component[] }>;
}

/** Media type of a parameter type. A GIF is an MP4 file. */
const MEDIA_TYPE_OF: Record<string, MediaType> = {
	image: 'image',
	video: 'video',
	gif: 'video',
	document: 'document',
};

function ofComponents(components: Component[], path: string): MediaReference[] {
	return components.flatMap(({ parameters, cards }, index) => [
		...(parameters ?? []).flatMap((parameter, position) =>
			ofParameter(parameter, `${path}.${index}.parameters.${position}`),
		),
		...(cards ?? []).flatMap((card, position) =>
			ofComponents(card.components ?? [], `${path}.${index}.cards.${position}.components`),
		),
	]);
}

function ofParameter(parameter: Record<string, unknown>, path: string): MediaReference[] {
	const type = String(parameter.type ?? '').toLowerCase();
	const mediaType = MEDIA_TYPE_OF[type];
	const media = parameter[type] as { id?: string; link?: string; filename?: string } | undefined;
	if (!mediaType || !media || typeof media !== 'object') return [];
	const { id, link, filename } = media;
	return [{ path: `${path}.${type}`, mediaType, id, link, filename }];
}

/** The media in the parameters of a template message. */
export function templateMedia(template: unknown): MediaReference[] {
	const { components } = (template ?? {}) as { components?: Component[] };
	return Array.isArray(components) ? ofComponents(components, 'components') : [];
}

/** Replaces a link in a rendered template with the fetched media. */
export function showFetched(
	rendered: RenderedTemplate | undefined,
	link: string,
	view: MediaView,
): void {
	const places = [rendered?.header, ...(rendered?.cards ?? []).map(({ header }) => header)];
	for (const place of places) if (place?.media?.url === link) place.media = view;
}
