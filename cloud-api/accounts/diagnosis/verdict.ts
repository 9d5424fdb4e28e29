import type { Finding } from './finding';

/** What works and what to do first. Also correct when messages can be sent but arrive elsewhere. */
export function verdictOf(findings: readonly Finding[]): string {
	const broken = findings.filter(({ status }) => status === 'failed');
	if (broken.length > 0) {
		const [first] = broken;
		const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
		return `Setup incomplete. ${named(first)}: ${lower(first.found)}${more}.`;
	}
	const doubtful = findings.filter(({ status }) => status === 'warning');
	const elsewhere = findings.filter(({ isElsewhere }) => isElsewhere);
	const others = doubtful.filter(({ isElsewhere }) => !isElsewhere);
	const look = others.length > 0 ? ` Check: ${others.map(named).join(', ')}.` : '';
	if (elsewhere.length > 0) {
		const names = elsewhere.map((finding) => finding.about ?? 'the number').join(', ');
		return `Messages can be sent, but those to ${names} do not arrive at this n8n.${look}`;
	}
	const skipped = findings.filter(({ status }) => status === 'skipped');
	const left = skipped.length > 0 ? ` Not checked: ${skipped.map(named).join(', ')}.` : '';
	if (others.length > 0) return `Setup complete.${look}${left}`;
	return `All checks passed.${left}`;
}

function named({ check, about }: Finding): string {
	return about === undefined ? check : `${check} (${about})`;
}

function lower(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
