/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { rejectedNames, rejectedSignups, rejectedThreads } from './rules/accounts';
import { rejectedCallRequests } from './rules/calls';
import { rejectedConversions } from './rules/conversions';
import { rejectedDefinitions } from './rules/definitions';
import { rejectedGroupRequests } from './rules/groups';
import { codeOf, RULES, TEMPLATE_RULES, UPLOAD_RULES } from './rules/agreement';
import { rejected } from './rules/messages';
import type { RejectedRequest } from './rules/requests';
import { rejectedSends, rejectedStructures } from './rules/templates';
import { rejectedPaymentRequests } from './rules/payments';
import { rejectedUploads } from './rules/uploads';

const PAGE = path.join(__dirname, '../../docs/sandbox-rules.md');

const table = (rows: Array<[string, number, number?]>) =>
	[
		'| Rejected | Code | Subcode |',
		'| --- | --- | --- |',
		...rows.map(
			([what, code, subcode]) => `| ${what.replace(/\|/g, '\\|')} | ${code} | ${subcode ?? ''} |`,
		),
	].join('\n');

const requests = (rows: RejectedRequest[]) =>
	table(rows.map(({ what, code, subcode }) => [what, code, subcode]));

/** The page of the rules, from the tables that the sandbox's tests run. */
function page(): string {
	return `${[
		'# What the sandbox rejects',
		"Every line is a request that the tests of the sandbox send, with the error code of the answer. The rules come from Meta's documentation and public reports, not from the nodes. Update this page with `UPDATE_DOCS=1 npx jest test/sandbox/rulesPage`.",
		'## Messages',
		table(rejected.map(([what, code]) => [what, code])),
		'## Template messages',
		table(rejectedSends.map(([what, , , code]) => [what, code])),
		'## Template definitions',
		table([
			...rejectedDefinitions.map(([what, , subcode]): [string, number, number?] => [
				what,
				100,
				subcode,
			]),
			...rejectedStructures.map(([what]): [string, number] => [what, 100]),
		]),
		'## Uploads',
		table(rejectedUploads.map(([what]) => [what, 100])),
		'## Conversions',
		requests(rejectedConversions),
		'## Groups',
		requests(rejectedGroupRequests),
		'## Calls',
		requests(rejectedCallRequests),
		'## Payments',
		requests(rejectedPaymentRequests),
		'## Usernames, the contact book, and new phone numbers',
		requests(rejectedNames),
		'## In-app sign-ups',
		requests(rejectedSignups),
		'## Thread control',
		requests(rejectedThreads),
		'## Rejected later, by a `failed` status',
		table([
			['a free-form message to a customer who has not written in the last 24 hours', 131047],
			['a recipient who is not on WhatsApp', 131026],
			['a marketing template to a customer who stopped marketing messages', 131050],
			['media of an unsupported type, size, or content, and a link served as such', 131053],
		]),
		'## What the node rejects',
		'Each rule of the node is left out once by the tests, and the request that then leaves is sent to the sandbox, which must reject it with this code.',
		table([
			...RULES.map(({ name }): [string, number] => [name, codeOf(name)]),
			...TEMPLATE_RULES.map(([name, , code]): [string, number] => [name, code]),
			...UPLOAD_RULES.map(([name]): [string, number] => [name, 100]),
		]),
		'### Only the node rejects',
		'- **A phone number whose length does not fit its country.** Meta, and the sandbox, take any 7 to 15 digits and report a number that is not on WhatsApp later, with 131026.\n- **A template variable filled with a whole URL.** Meta takes any end of a URL; the customer would open a broken link.\n- **IDs of more than 512 characters, and amounts of more than 1,000,000,000.** Meta documents no limit; larger ones are mistakes.\n- **Media too large for its type.** Meta takes the upload of up to 100 MB and reports 131053 when it is sent.',
	].join('\n\n')}\n`;
}

it('matches docs/sandbox-rules.md (UPDATE_DOCS=1 updates it)', () => {
	if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page());
	const words = (text: string) => text.replace(/ +| ?-{3,} ?/g, ' ');
	expect(words(readFileSync(PAGE, 'utf8'))).toBe(words(page()));
});
