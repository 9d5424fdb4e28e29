import { accountFindings } from './account';
import type { Finding } from './finding';
import { numberFindings } from './number';
import type { Subject } from './subject';
import { tokenFindings } from './token';
import { versionFinding } from './version';
import { webhookFindings } from './webhook';

export interface Diagnosis {
	findings: Finding[];
	/** One sentence. */
	verdict: string;
}

/**
 * Looks at everything that has to be right for messages to leave and to arrive, in the order in which
 * one thing rests on the other, and says in one sentence what to do first.
 */
export async function diagnose(subject: Subject): Promise<Diagnosis> {
	const findings: Finding[] = [versionFinding(subject)];
	const token = await tokenFindings(subject);
	findings.push(...token.findings);
	if (token.usable) {
		const account = await accountFindings(subject);
		const number = await numberFindings(subject, account.usable);
		findings.push(...account.findings, ...number);
		findings.push(
			...(await webhookFindings(subject, {
				account: account.usable,
				number: number[0]?.status === 'ok',
				appId: subject.appId || token.facts?.appId,
			})),
		);
	}
	return { findings, verdict: verdictOf(findings) };
}

function verdictOf(findings: Finding[]): string {
	const broken = findings.filter(({ status }) => status === 'failed');
	const doubtful = findings.filter(({ status }) => status === 'warning');
	if (broken.length > 0) {
		const [first] = broken;
		const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
		return `Setup incomplete: ${first.check}, ${lower(first.found)}${more}.`;
	}
	if (doubtful.length > 0) {
		return `Setup complete, with ${doubtful.length === 1 ? 'one thing' : `${doubtful.length} things`} to look at: ${doubtful
			.map(({ check }) => check)
			.join(', ')}.`;
	}
	return 'All checks passed.';
}

function lower(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
