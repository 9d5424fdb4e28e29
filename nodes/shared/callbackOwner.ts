import type { IExecuteFunctions } from 'n8n-workflow';
import {
	CALLBACK_PATH,
	hasSameBase,
	isPlaceholder,
	isTestUrl,
	isTriggerUrl,
	tokenOf,
	withoutQuery,
} from './callbackUrl';
import { probeCallback } from './probeCallback';

/** The owner of a callback URL, as far as its URL shows. */
export type CallbackOwner = 'thisN8n' | 'otherN8n' | 'otherProgram';

/**
 * What a callback URL answers to n8n: `answers` as a trigger with this app secret does; `unused`, n8n
 * itself says that no published workflow listens; `otherToken`, a trigger with another verify token or
 * app secret; `unknown`, anything else, which says nothing about what Meta gets.
 */
export type CallbackAnswer = 'answers' | 'unused' | 'otherToken' | 'unknown';

export interface JudgedCallback {
	owner: CallbackOwner;
	answer: CallbackAnswer;
	/** HTTP status or error of an unknown answer. */
	reason?: string;
	/** HTTP status of an unknown answer; absent when none came. */
	status?: number;
	/** Whether it holds a list of fields only. */
	isPlaceholder: boolean;
	/** Whether a test run registered it. */
	isTest: boolean;
}

/**
 * A URL as the triggers of this n8n have it, to compare callbacks with: derived from the resume URL,
 * which has the same origin and path. Undefined if n8n does not know its own address.
 */
export function ownCallbackExample(
	context: Pick<IExecuteFunctions, 'evaluateExpression'>,
	itemIndex: number,
): string | undefined {
	try {
		const resumeUrl = String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex));
		const { origin, pathname } = new URL(resumeUrl);
		const base = pathname.split('/').filter(Boolean).slice(0, -2);
		return [origin, ...base, 'webhook', 'example', CALLBACK_PATH].join('/');
	} catch {
		return undefined;
	}
}

/**
 * Determines the owner of a callback URL and requests it.
 *
 * @param own a callback URL of this n8n, see {@link ownCallbackExample}
 */
export async function judgeCallback(
	context: Parameters<typeof probeCallback>[0],
	url: string,
	own: string | undefined,
	appSecret: string,
): Promise<JudgedCallback> {
	const isOwn = own !== undefined && isTriggerUrl(url) && hasSameBase(url, own);
	const probe = await probeCallback(context, withoutQuery(url), tokenOf(url, appSecret));
	return {
		owner: isOwn ? 'thisN8n' : isTriggerUrl(url) ? 'otherN8n' : 'otherProgram',
		answer:
			probe.state === 'notRegistered'
				? 'unused'
				: probe.state === 'rejects'
					? 'otherToken'
					: probe.state,
		...(probe.state === 'unknown' && { reason: probe.reason, status: probe.status }),
		isPlaceholder: isPlaceholder(url),
		isTest: isTestUrl(url, own ?? url.replace('/webhook-test/', '/webhook/'), false),
	};
}
