import type { FixName } from '../../../../cloud-api/accounts/diagnosis/fixes';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { credentialData } from '../../../../demo/sandboxCredential';
import type { Stage } from '../../../support/withSandbox';
import type { ForeignReceiver } from '../../trigger/receiver';

export interface Bench {
	stage: Stage;
	/** Another program that receives webhooks. */
	foreign: ForeignReceiver;
	/** Whether n8n's own calls to its public address fail. */
	cutOwnCalls(isCut: boolean): Promise<void>;
}

/** A state that leads to a fix, and somebody who carries it out. */
export interface Case {
	what: string;
	/** Whether nothing is published at first. */
	isUnpublished?: boolean;
	breakIt(bench: Bench): Promise<unknown>;
	/** Of the Diagnose that names the fix. */
	parameters?: INodeParameters;
	check: string;
	/** The account or number that the finding is about. */
	about?: string;
	/** The fix in words. */
	fix: RegExp;
	mend(bench: Bench, fix: string, finding: IDataObject): Promise<unknown>;
	/** The account or number that is in order afterwards, where it is another one. */
	mendedAbout?: string;
	/** What the verdict still says afterwards, where the fix is only one step. */
	leaves?: RegExp;
	/** Set where messages still do not arrive at this n8n. */
	isElsewhere?: boolean;
}

/** Changes the credential as a person does. */
export async function enter({ stage }: Bench, change: IDataObject): Promise<void> {
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		...(change as Record<string, string>),
	});
}

/** Puts another token into the credential. */
export async function enterToken(
	bench: Bench,
	token: Parameters<Stage['control']['addToken']>[0],
	change: IDataObject = {},
): Promise<void> {
	const added = await bench.stage.control.addToken(token);
	await enter(bench, { accessToken: added.token, ...change });
}

/** Carried out in `authentication.test.ts`, with the credential of Meta's login dialog. */
export type LoginFix = Extract<FixName, 'loginAgain' | 'loginBeforeExpiry' | 'grantPermissions'>;
