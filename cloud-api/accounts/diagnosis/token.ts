import { GraphError } from '../../errors/cloudApiError';
import { explain } from '../../errors/explain';
import { APP_REJECTED, inspectToken, NEEDED_SCOPES, type TokenFacts } from '../tokens';
import { failed, ok, rejected, skipped, warning, type Finding } from './finding';
import { fix, type Fix } from './fixes';
import type { Subject } from './subject';

const WARN_DAYS = 14;

export interface TokenResult {
	findings: Finding[];
	/** Whether the token can be used for the further checks. */
	usable: boolean;
	facts?: TokenFacts;
}

/** Token, its end and permissions, and whether app ID and app secret fit it. */
export async function tokenFindings(subject: Subject): Promise<TokenResult> {
	if (subject.accessToken === '') {
		return {
			findings: [failed('Access token', 'The credential has no access token', newToken(subject))],
			usable: false,
		};
	}
	const asApp = subject.appId !== '' && subject.hasAppSecret;
	const secret = asApp ? await appSecretFinding(subject) : noAppSecret(subject);
	const trusted = asApp && secret.status === 'ok';
	try {
		const facts = await inspectToken(subject.graph, subject.accessToken, trusted);
		const token = validity(facts, subject);
		return {
			findings: [
				token,
				...(facts.valid
					? [
							expiry(facts, subject, trusted && subject.renewsToken === true),
							permissions(facts, subject),
						]
					: []),
				appIdFinding(facts, subject.appId),
				secret,
			],
			usable: facts.valid,
			facts,
		};
	} catch (error) {
		return {
			findings: [rejected('Access token', 'Meta does not accept the access token', error), secret],
			usable: false,
		};
	}
}

/** How to get another token. */
function newToken({ fromLogin }: Subject): Fix {
	return fix(fromLogin ? 'loginAgain' : 'newToken');
}

function validity({ valid, type, appName, rejection }: TokenFacts, subject: Subject): Finding {
	if (valid) {
		return ok(
			'Access token',
			`Valid${type ? `, type ${type}` : ''}${appName ? `, app "${appName}"` : ''}`,
		);
	}
	const explanation =
		rejection &&
		explain({
			code: rejection.code ?? 190,
			subcode: rejection.subcode,
			message: rejection.message,
		});
	return failed(
		'Access token',
		explanation ? explanation.title : 'Meta says the access token is not valid',
		explanation && !subject.fromLogin ? fix('explained', explanation.fix) : newToken(subject),
	);
}

function expiry(
	{ expiresAt, type }: TokenFacts,
	{ now, fromLogin }: Subject,
	isRenewed: boolean,
): Finding {
	const check = 'Token expiry';
	if (expiresAt === 0) return ok(check, 'The token does not expire');
	const days = Math.floor((expiresAt - now) / 86_400);
	const date = new Date(expiresAt * 1000).toISOString().slice(0, 10);
	const found = `The token expires on ${date}, in ${days} ${days === 1 ? 'day' : 'days'}`;
	if (days >= WARN_DAYS) return ok(check, found);
	if (isRenewed) return ok(check, `${found}, and is renewed when it is used`);
	if (fromLogin) return warning(check, found, fix('loginBeforeExpiry'));
	return warning(check, found, type === 'USER' ? fix('systemUserToken') : fix('renewToken'));
}

function permissions({ scopes }: TokenFacts, { fromLogin }: Subject): Finding {
	const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
	if (missing.length === 0)
		return ok('Permissions', `The token has ${NEEDED_SCOPES.join(' and ')}`);
	return failed(
		'Permissions',
		`The token lacks ${missing.join(' and ')}`,
		fix(fromLogin ? 'grantPermissions' : 'addPermissions', missing.join(' and ')),
	);
}

function appIdFinding({ appId }: TokenFacts, input: string): Finding {
	const check = 'App ID';
	if (input === '') {
		return skipped(
			check,
			appId
				? `The credential has no App ID; the token belongs to ${appId}`
				: 'The credential has no App ID',
			appId ? fix('enterKnownAppId', appId) : fix('enterAppId'),
		);
	}
	if (!appId) return skipped(check, 'Meta does not say which app the token belongs to');
	if (appId === input) return ok(check, `The token belongs to app ${input}`);
	return failed(
		check,
		`The token belongs to app ${appId}, but the credential contains app ${input}`,
		fix('sameApp'),
	);
}

/** A call that only the app itself may make tells whether the secret is right. */
async function appSecretFinding({ graph, appId }: Subject): Promise<Finding> {
	const check = 'App secret';
	try {
		await graph.get(`${appId}/subscriptions`, undefined, { authentication: 'app' });
		return ok(check, 'The App Secret matches the App ID');
	} catch (error) {
		if (error instanceof GraphError && APP_REJECTED.has(error.envelope.code ?? 0)) {
			return failed(check, 'The App Secret does not match the App ID', fix('copyAppSecret'));
		}
		return rejected(check, 'The App Secret could not be checked', error);
	}
}

function noAppSecret({ appId }: Subject): Finding {
	return skipped(
		'App secret',
		appId === ''
			? 'The credential has neither App ID nor App Secret'
			: 'The credential has no App Secret',
		fix('appForTrigger'),
	);
}
