import type { SandboxApp } from '../graph/routeModule';
import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import { GraphAnswer } from '../graph/answer';
import type { NodeType } from '../graph/graph';
import { reachesAccount } from '../graph/auth';
import { DOWNLOADS, PHONE_NUMBER } from '../graph/nodes';
import type { GraphRequest } from '../graph/request';
import type { World } from '../world/world';
import { bareType, contradictingType, MAX_UPLOAD, UPLOAD_TYPES } from './rules';
import { sniff } from './sniff';
import { UPLOADED_LIFETIME, type Media } from './store';

export const MEDIA: NodeType<Media> = { graphType: 'WhatsAppBusinessMedia' };

const MESSAGING = 'whatsapp_business_messaging';

/** Upload, retrieval, download, and deletion of media. */
export function mediaRoutes({ graph }: SandboxApp, world: World): void {
	graph.node(MEDIA, {
		find: (id) => world.media.find(id),
		reaches: (media, request) => {
			const number = world.directory.numbers.get(media.phoneNumberId);
			const asked = request.params.phone_number_id;
			return (
				number !== undefined &&
				reachesAccount(world, request.caller, number.businessAccountId) &&
				(asked === undefined || asked === media.phoneNumberId)
			);
		},
		scope: MESSAGING,
		defaults: ['messaging_product', 'url', 'mime_type', 'sha256', 'file_size', 'id'],
		fields: {
			id: (media) => media.id,
			messaging_product: () => 'whatsapp',
			url: (media) => world.media.urlOf(media),
			mime_type: (media) => media.mimeType,
			sha256: (media) => media.file.sha256,
			file_size: (media) => String(media.file.size),
		},
	});

	graph.edge(
		PHONE_NUMBER,
		'POST',
		'media',
		async (number, request) => {
			if (request.required('messaging_product') !== 'whatsapp') {
				throw invalidParameter('Param messaging_product must be one of {WHATSAPP}');
			}
			const file = request.files.get('file');
			if (!file) throw parameterRequired('file');
			const type = uploadType(request, file.mimeType);
			if (!UPLOAD_TYPES.includes(bareType(type))) {
				throw unsupportedType(type);
			}
			if (file.size > MAX_UPLOAD) {
				throw new GraphError({
					code: 100,
					message: '(#100) Invalid parameter',
					details: `The file has ${file.size} bytes. The largest file that can be uploaded has ${MAX_UPLOAD}.`,
				});
			}
			if (file.size === 0) throw invalidParameter('Param file must not be empty.');
			const judged = { mimeType: type, size: file.size, sniffed: sniff(file.head) };
			const contradicting = contradictingType(judged, file.filename);
			if (contradicting) throw unsupportedType(contradicting);
			request.takeFile('file');
			const media = world.media.add(number.id, file, type, UPLOADED_LIFETIME, file.filename);
			return { id: media.id };
		},
		{ scope: MESSAGING },
	);

	graph.edge(
		MEDIA,
		'DELETE',
		'',
		async (media) => {
			await world.media.remove(media);
			return { success: true };
		},
		{ scope: MESSAGING },
	);

	graph.path('GET', DOWNLOADS, (request) => {
		const media = request.caller && world.media.byUrl(request.query);
		if (!media) {
			return new GraphAnswer('Not Found', 404, { 'content-type': 'text/plain; charset=utf-8' });
		}
		return new GraphAnswer(world.files.read(media.file), 200, {
			'content-type': media.mimeType,
			'content-length': String(media.file.size),
			...(media.filename
				? {
						'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(media.filename)}`,
					}
				: {}),
		});
	});
}

function unsupportedType(type: string): GraphError {
	return invalidParameter(
		`Param file must be a file with one of the following types: ${UPLOAD_TYPES.join(', ')}. Received file of type '${type}'.`,
	);
}

/** The declared type: of the file part, else the field `type`. */
function uploadType(request: GraphRequest, partType = ''): string {
	const { type } = request.params;
	const generic = partType === '' || partType === 'application/octet-stream';
	return generic && typeof type === 'string' ? type : partType;
}
