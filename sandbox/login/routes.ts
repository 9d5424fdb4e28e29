import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordRequest } from '../graph/record';
import type { SandboxApp } from '../graph/routeModule';
import { splitVersion } from '../graph/versions';
import type { World } from '../world/world';
import { cancelled, continued, type Consent } from './answer';
import { DialogProblem, readDialog, type Dialog } from './dialog';
import { consentPage, problemPage } from './pages';
import { loginSettings } from './settings';

/** Facebook's login dialog, `/v25.0/dialog/oauth`, in the browser of the person who connects. */
export function loginRoutes({ http }: SandboxApp, world: World): void {
	for (const path of ['/dialog/oauth', '/:version/dialog/oauth']) {
		http.get(path, async (request, reply) => await show(world, request, reply));
		http.post(path, async (request, reply) => await answer(world, request, reply));
	}
	http.post('/_sandbox/login/dialog-uri', async (request, reply) => {
		const form = formOf(request);
		const back = form.get('back') ?? '';
		loginSettings(world, form.get('appId') ?? '').redirectUris.add(form.get('uri') ?? '');
		return await reply.redirect(/^\/(?!\/)/.test(back) ? back : '/', 303);
	});
}

async function show(world: World, request: FastifyRequest, reply: FastifyReply) {
	const dialog = dialogOf(world, request);
	record(world, request, dialog instanceof DialogProblem ? 400 : 200);
	if (dialog instanceof DialogProblem) return await problem(dialog, request, reply);
	return await html(reply, consentPage(world, dialog, request.url));
}

async function answer(world: World, request: FastifyRequest, reply: FastifyReply) {
	const dialog = dialogOf(world, request);
	if (dialog instanceof DialogProblem) return await problem(dialog, request, reply);
	const form = formOf(request);
	if (form.get('answer') === 'cancel') return await reply.redirect(cancelled(dialog), 302);
	const consent = consentOf(world, dialog, form);
	if (typeof consent === 'string') {
		return await html(reply, consentPage(world, dialog, request.url, consent), 400);
	}
	return await reply.redirect(continued(world, dialog, consent), 302);
}

/** What the form says; a sentence if something is missing. */
function consentOf(world: World, dialog: Dialog, form: URLSearchParams): Consent | string {
	const { declined } = loginSettings(world, dialog.app.id);
	const kept = new Set(form.getAll('permission'));
	const refused = dialog.configuration
		? [...declined]
		: dialog.permissions.filter((name) => name !== 'public_profile' && !kept.has(name));
	if (form.get('all') === 'true') return { accountIds: null, declined: refused };
	const accountIds = form.getAll('account').filter((id) => {
		return world.directory.accounts.get(id)?.businessId === dialog.app.businessId;
	});
	if (accountIds.length === 0) return 'Choose at least one WhatsApp account to continue.';
	return { accountIds, declined: refused };
}

function dialogOf(world: World, request: FastifyRequest): Dialog | DialogProblem {
	try {
		splitVersion(request.url.split('?')[0]);
	} catch {
		return new DialogProblem("This page isn't available", 'The Graph API version does not exist.');
	}
	const repeated = request.query as Record<string, string | string[] | undefined>;
	const query = Object.fromEntries(
		Object.entries(repeated).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
	);
	return readDialog(world, query);
}

async function problem(found: DialogProblem, request: FastifyRequest, reply: FastifyReply) {
	return await html(reply, problemPage(found, request.url), 400);
}

async function html(reply: FastifyReply, content: string, status = 200) {
	return await reply
		.code(status)
		.type('text/html; charset=utf-8')
		.header('cache-control', 'no-store')
		.send(content);
}

function formOf({ body }: FastifyRequest): URLSearchParams {
	return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** Opening the dialog is listed with the requests, so that a test can read its query. */
function record(world: World, http: FastifyRequest, status: number): void {
	const url = new URL(http.url, 'http://sandbox');
	recordRequest(world, {
		http,
		path: '/dialog/oauth',
		version: /^\/(v[\d.]+)\//.exec(url.pathname)?.[1] ?? null,
		query: Object.fromEntries(url.searchParams),
		body: undefined,
		status,
		durationMs: 0,
	});
}
