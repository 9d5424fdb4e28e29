import type { IDataObject } from 'n8n-workflow';
import { callbackLevel } from '../../../../cloud-api/accounts/callbackLevels';
import type { CallbackPlace } from '../../../../cloud-api/accounts/callbackInventory';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import {
	judgeCallback,
	ownCallbackExample,
	type JudgedCallback,
} from '../../../shared/callbackOwner';
import { isTriggerUrl, replacedUrl, tokenOf, withoutQuery } from '../../../shared/callbackUrl';
import { probeCallback } from '../../../shared/probeCallback';
import type { Call, Operation } from '../../runtime/operation';
import { callbackPlaces, scope } from './places';

export const cleanUp: Operation = {
	name: 'Clean Up',
	value: 'cleanUp',
	action: 'Clean up unused webhooks',
	description:
		'Remove callback URLs of this n8n that no published workflow uses. Keeps callback URLs of other systems, and those that n8n cannot check.',
	fields: [
		...scope,
		{
			displayName: 'Former Addresses',
			name: 'formerAddresses',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://old-tunnel.example.com',
			description:
				'Previous base URLs of this n8n, separated by commas. Callback URLs of triggers that start with one of them are also removed, unless they respond.',
		},
		{
			displayName: 'Only Report',
			name: 'onlyReport',
			type: 'boolean',
			default: false,
			description: 'Whether to list what would be removed without removing it',
		},
	],
	async run(call) {
		const { places, isComplete } = await callbackPlaces(call);
		const former = formerAddresses(call.param.text('formerAddresses'));
		const own = ownCallbackExample(call.context, call.itemIndex);
		const rows: IDataObject[] = [];
		const decided: Decided[] = [];
		for (const place of places) {
			if (place.url === '' || place.level === 'app') continue;
			decided.push({ place, ...(await decide(call, place, own, former)) });
		}
		const app = places.find(({ level, url }) => level === 'app' && url !== '');
		if (app) {
			const dependents = decided.some(({ action }) => action !== 'removed');
			decided.push({
				place: app,
				...(await decideApp(call, app, own, former, isComplete && !dependents)),
			});
		}
		for (const { place, action, reason, restore } of decided) {
			if (!call.param.flag('onlyReport')) await carryOut(call, place, action, restore);
			rows.push({
				level: place.level,
				name: place.name,
				callbackUrl: place.url,
				action: call.param.flag('onlyReport') && action !== 'kept' ? `would be ${action}` : action,
				reason,
				id: place.id,
			});
		}
		return rows;
	},
};

interface Decision {
	action: 'removed' | 'restored' | 'kept';
	reason: string;
	/** The callback URL to restore. */
	restore?: string;
}

interface Decided extends Decision {
	place: CallbackPlace;
}

const kept = (reason: string): Decision => ({ action: 'kept', reason });

async function decide(
	{ context, credential }: Call,
	{ url }: CallbackPlace,
	own: string | undefined,
	former: readonly string[],
): Promise<Decision> {
	const judged = await judgeCallback(context, url, own, credential.appSecret);
	const isFormer = isTriggerUrl(url) && former.some((address) => url.startsWith(`${address}/`));
	if (isFormer && judged.owner !== 'thisN8n') {
		return judged.answer === 'answers' || judged.answer === 'otherToken'
			? kept('It responds at the former address')
			: { action: 'removed', reason: 'Former address of this n8n' };
	}
	if (judged.owner !== 'thisN8n' || judged.answer !== 'unused') return kept(whyKept(judged));
	const replaced = judged.isTest ? replacedUrl(url) : undefined;
	if (replaced !== undefined) {
		const token = tokenOf(replaced, credential.appSecret);
		const { state } = await probeCallback(context, withoutQuery(replaced), token);
		if (state === 'answers') {
			return {
				action: 'restored',
				reason: `A test run that never ended had replaced ${replaced}`,
				restore: replaced,
			};
		}
		if (state !== 'notRegistered') return kept(`It stands in for ${replaced}, which may be in use`);
	}
	return { action: 'removed', reason: 'No published workflow of this n8n uses it' };
}

/** The app's callback URL holds the list of fields that all others need, so it is removed last, and only with proof. */
async function decideApp(
	call: Call,
	place: CallbackPlace,
	own: string | undefined,
	former: readonly string[],
	isUnneeded: boolean,
): Promise<Decision> {
	const decision = await decide(call, place, own, former);
	if (decision.action !== 'removed' || isUnneeded) return decision;
	return kept(
		'Its list of webhook fields may be needed by callbacks of phone numbers or accounts. A trigger that is published next replaces it',
	);
}

function whyKept({ owner, answer, reason }: JudgedCallback): string {
	if (owner === 'otherProgram') return 'It belongs to another program';
	if (owner === 'otherN8n') return 'It belongs to another n8n, or to a former address of this one';
	if (answer === 'unknown') return `n8n cannot find out whether it is in use (${reason ?? ''})`;
	return 'It is in use';
}

async function carryOut(
	{ graph, credential }: Call,
	{ level: name, id, fields = [] }: CallbackPlace,
	action: Decision['action'],
	restore: string | undefined,
): Promise<void> {
	if (action === 'kept') return;
	const level = callbackLevel(graph, name, id, credential.appId);
	if (restore === undefined) await level.clear();
	else {
		const verifyToken = tokenOf(restore, credential.appSecret);
		await level.write({ url: restore, verifyToken }, fields);
	}
}

function formerAddresses(text: string): string[] {
	return text
		.split(/[\s,]+/)
		.filter(Boolean)
		.map((address) => {
			if (URL.canParse(address)) return address.replace(/\/+$/, '');
			throw new InvalidInputError(
				'formerAddresses',
				`"${address.slice(0, 80)}" is not a complete address`,
				'Enter it with its scheme, e.g. https://old-tunnel.example.com.',
			);
		});
}
