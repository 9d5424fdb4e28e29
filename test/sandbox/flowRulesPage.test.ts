/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { validateFlow } from '../../sandbox/flows/rules/validate';
import { rejectedFlows, type Raw } from './rules/flows';

const PAGE = path.join(__dirname, '../../docs/flow-json-rules.md');

/** What the sandbox says to a Flow JSON: the first finding with this error. */
function wordsOf(flow: Raw | string, code: string): string {
	const { errors } = validateFlow(typeof flow === 'string' ? flow : JSON.stringify(flow));
	const words = errors.find(({ error }) => error === code)?.message ?? '';
	return words.replace(/[|<>*_[\]`]/g, '\\$&');
}

/** The page of the rules, from the table that the sandbox's tests run. */
const page = () =>
	`${[
		'# What the sandbox rejects in a Flow JSON',
		"Every line is a Flow JSON that the tests of the sandbox check. A finding comes back in `validation_errors`, with line, column, and path; all findings come at once, and a flow with findings cannot be published. The rules come from Meta's documentation, not from the nodes. Update this page with `UPDATE_DOCS=1 npx jest test/sandbox/flowRulesPage`. What the API itself rejects is on the page [What the sandbox rejects](sandbox-rules.md).",
		[
			'| Rejected | Error | Message |',
			'| --- | --- | --- |',
			...rejectedFlows.map(
				([what, code, , flow]) =>
					`| ${what.replace(/_/g, '\\_')} | \`${code}\` | ${wordsOf(flow, code)} |`,
			),
		].join('\n'),
	].join('\n\n')}\n`;

it('matches docs/flow-json-rules.md (UPDATE_DOCS=1 updates it)', () => {
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page());
	const words = (text: string) => text.replace(/ +| ?-{3,} ?/g, ' ').replace(/\\/g, '');
	expect(words(readFileSync(PAGE, 'utf8'))).toBe(words(page()));
});
