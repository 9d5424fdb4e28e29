import { checkBody } from '../graph/checkBody';
import { GROUP, PHONE_NUMBER } from '../graph/nodes';
import { invalidParameter, parameterRequired, rejection } from '../graph/errors';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../graph/routeModule';
import type { Group, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { publishGroup } from './events';
import { addGroup, newInviteLink } from './groups';
import { approve, listJoinRequests, reject } from './joinRequests';
import { removeParticipants } from './removal';
import {
	checkActive,
	checkCreation,
	checkEligible,
	descriptionOf,
	modeOf,
	subjectOf,
} from './rules';
import { updateSettings } from './settings';

/** A group exists this many milliseconds after the answer to its creation. */
const CREATION = 50;
const MAX_PAGE_SIZE = 1024;
/** Base64 of `capi_group:…`, as in the IDs of Meta's pages. */
const GROUP_ID = /^Y2FwaV9ncm91c/;

/** Groups: creation, settings, invite link, participants, and requests to join. */
export function groupRoutes({ graph }: SandboxApp, world: World): void {
	const options = { scope: 'whatsapp_business_messaging' };
	const onNumber = (
		method: 'GET' | 'POST',
		run: (number: PhoneNumber, request: GraphRequest) => unknown,
	) =>
		graph.edge(
			PHONE_NUMBER,
			method,
			'groups',
			(number, request) => {
				checkEligible(world, number);
				return run(number, request);
			},
			options,
		);
	const onGroup = (
		method: 'GET' | 'POST' | 'DELETE',
		path: string,
		run: (group: Group, request: GraphRequest) => unknown,
	) =>
		graph.edge(
			GROUP,
			method,
			path,
			async (group, request) => {
				const number = world.directory.numbers.get(group.phoneNumberId);
				if (number) checkEligible(world, number);
				if (method !== 'GET') checkActive(group);
				return await run(group, request);
			},
			options,
		);

	graph.unknown(GROUP_ID, () =>
		rejection(
			131041,
			'The group was not found, either because it doesn’t exist or you are not a member.',
		),
	);
	onNumber('POST', (number, { params }) => create(world, number, params));
	onNumber('GET', (number, request) => list(world, number, request));
	onGroup('GET', '', async (group, request) => ({
		messaging_product: 'whatsapp',
		...((await graph.project(GROUP, group, request)) as object),
	}));
	onGroup('POST', '', async (group, request) => await updateSettings(world, group, request));
	onGroup('DELETE', '', (group) => {
		world.directory.groups.delete(group.id);
		publishGroup(world, 'group_lifecycle_update', group, {
			type: 'group_delete',
			request_id: world.ids.trace(),
		});
		return { success: true };
	});
	onGroup('GET', 'invite_link', ({ inviteLink }) => ({
		messaging_product: 'whatsapp',
		invite_link: inviteLink,
	}));
	onGroup('POST', 'invite_link', (group, { params }) => {
		checkBody(params, []);
		group.inviteLink = newInviteLink();
		world.bus.emit(() => ({ type: 'state' }));
		return { messaging_product: 'whatsapp', invite_link: group.inviteLink };
	});
	onGroup('DELETE', 'participants', (group, { params }) => {
		checkBody(params, ['participants']);
		return removeParticipants(world, group, params.participants);
	});
	onGroup('GET', 'join_requests', (group, request) => listJoinRequests(world, group, request));
	onGroup('POST', 'join_requests', (group, { params }) => {
		checkBody(params, ['join_requests']);
		return approve(world, group, params.join_requests);
	});
	onGroup('DELETE', 'join_requests', (group, { params }) => {
		checkBody(params, ['join_requests']);
		return reject(world, group, params.join_requests);
	});
}

/** Answers with a request ID; the group and its link come by webhook. */
function create(world: World, number: PhoneNumber, params: Record<string, unknown>): unknown {
	checkBody(params, ['subject', 'description', 'join_approval_mode']);
	if (params.subject === undefined) throw parameterRequired('subject');
	const wanted = {
		subject: subjectOf(params.subject),
		...(params.description !== undefined && { description: descriptionOf(params.description) }),
		...(params.join_approval_mode !== undefined && {
			joinApprovalMode: modeOf(params.join_approval_mode),
		}),
	};
	checkCreation(world, number);
	const requestId = world.ids.trace();
	world.clock.after(CREATION, () => {
		const group = addGroup(world, { ...wanted, phoneNumberId: number.id, participants: [] });
		publishGroup(world, 'group_lifecycle_update', group, {
			type: 'group_create',
			request_id: requestId,
			subject: group.subject,
			...(group.description !== undefined && { description: group.description }),
			invite_link: group.inviteLink,
			join_approval_mode: group.joinApprovalMode,
		});
	});
	return { messaging_product: 'whatsapp', request_id: requestId };
}

/** The groups of a number; `data` is an object here. */
function list(world: World, number: PhoneNumber, request: GraphRequest): unknown {
	if (Number(request.params.limit) > MAX_PAGE_SIZE) {
		throw invalidParameter(`Param limit must be at most ${MAX_PAGE_SIZE}.`);
	}
	const own = [...world.directory.groups.values()].filter(
		({ phoneNumberId }) => phoneNumberId === number.id,
	);
	const { data, ...rest } = paginate(own, request, ({ id }) => id);
	return {
		data: {
			groups: data.map(({ id, subject, createdAt }) => ({
				id,
				subject,
				created_at: String(Math.floor(createdAt / 1000)),
			})),
		},
		...rest,
	};
}
