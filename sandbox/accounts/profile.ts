import { invalidParameter } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { GraphRequest } from '../graph/request';
import { uploads } from '../media/uploads';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { states } from './states';

const VERTICALS = new Set(
	'OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT PROF_SERVICES RETAIL TRAVEL RESTAURANT ALCOHOL ONLINE_GAMBLING PHYSICAL_GAMBLING OTC_DRUGS'.split(
		' ',
	),
);
const LIMITS = { about: 139, address: 256, description: 512, email: 128 } as const;

/** `/{number}/whatsapp_business_profile`: a list of one entry, almost empty without `fields`. */
export function profileRoutes({ graph, http }: SandboxApp, world: World): void {
	graph.edge(PHONE_NUMBER, 'GET', 'whatsapp_business_profile', (number, request) => ({
		data: [read(world, number, request)],
	}));
	graph.edge(PHONE_NUMBER, 'POST', 'whatsapp_business_profile', (number, request) => {
		write(world, number, request);
		return { success: true };
	});
	http.get('/_sandbox/profile-picture/:id', async (request, reply) => {
		const { id } = request.params as { id: string };
		const { picture } = world.use(states).ofNumber({ id }).profile;
		const file = picture === undefined ? undefined : world.use(uploads).findHandle(picture);
		if (!file) return await reply.code(404).send();
		return await reply.type(file.mimeType).send(world.files.read(file.file));
	});
}

function read(
	world: World,
	number: PhoneNumber,
	{ params }: GraphRequest,
): Record<string, unknown> {
	const { picture, ...profile } = world.use(states).ofNumber(number).profile;
	const all: Record<string, unknown> = {
		...profile,
		...(picture !== undefined && {
			profile_picture_url: `${world.url}/_sandbox/profile-picture/${number.id}`,
		}),
	};
	const asked = typeof params.fields === 'string' ? params.fields.split(',') : [];
	const chosen = asked
		.map((field) => field.trim())
		.filter((field) => {
			const value = all[field];
			return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
		})
		.map((field) => [field, all[field]]);
	return { ...Object.fromEntries(chosen), messaging_product: 'whatsapp' };
}

function write(world: World, number: PhoneNumber, { params }: GraphRequest): void {
	if (params.messaging_product !== 'whatsapp') {
		throw invalidParameter('The parameter messaging_product is required.');
	}
	const { profile } = world.use(states).ofNumber(number);
	const change = { ...profile };
	for (const [name, most] of Object.entries(LIMITS) as Array<[keyof typeof LIMITS, number]>) {
		const value = params[name];
		if (value === undefined) continue;
		if (typeof value !== 'string') throw invalidParameter(`Param ${name} must be a string.`);
		if ([...value].length > most) {
			throw invalidParameter(`Param ${name} must be at most ${most} characters long.`);
		}
		if (name === 'about' && value.trim() === '') {
			throw invalidParameter('Param about must not be empty.');
		}
		if (name === 'email' && value !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
			throw invalidParameter('Param email must be a valid email address.');
		}
		change[name] = value;
	}
	if (params.websites !== undefined) change.websites = websites(params.websites);
	if (params.vertical !== undefined) {
		if (!VERTICALS.has(String(params.vertical))) {
			throw invalidParameter(
				params.vertical === ''
					? 'Param vertical cannot be set to an empty value once it has been set.'
					: `Param vertical must be one of {${[...VERTICALS].join(', ')}}.`,
			);
		}
		change.vertical = String(params.vertical);
	}
	if (params.profile_picture_handle !== undefined) {
		const handle = String(params.profile_picture_handle);
		const file = world.use(uploads).findHandle(handle);
		if (!file) throw invalidParameter('Param profile_picture_handle is not a valid upload handle.');
		if (!/^image\/(jpe?g|png)$/.test(file.mimeType)) {
			throw invalidParameter('The profile picture must be a JPEG or PNG image.');
		}
		change.picture = handle;
	}
	Object.assign(profile, change);
}

function websites(given: unknown): string[] {
	const list = Array.isArray(given) ? given : [given];
	if (list.length > 2) throw invalidParameter('Param websites can have at most 2 addresses.');
	return list.map((site) => {
		if (typeof site !== 'string' || site.length > 256 || !/^https?:\/\/\S+\.\S+/.test(site)) {
			throw invalidParameter(
				'Param websites: each must start with http:// or https:// and have at most 256 characters.',
			);
		}
		return site;
	});
}
