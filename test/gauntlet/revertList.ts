/** One mend taken out by a small edit, and the class of attacks that must then report a breach. */
export interface Revert {
	name: string;
	/** Which class of the gauntlet finds it. */
	found: string;
	edits: Array<{ file: string; from: string; to: string }>;
}

const edit = (file: string, from: string, to: string) => ({ file, from, to });

const NEW_LINES = String.raw`markdown.replace(/\r\n?/g, '\n')`;
const markdown = (pattern: string) =>
	edit('cloud-api/messages/markdown/markdown.ts', NEW_LINES, `${NEW_LINES}${pattern}`);

export const REVERTS: Revert[] = [
	{
		name: 'Markdown is read by a backtracking pattern',
		found: 'Text',
		edits: [markdown(String.raw`.replace(/^#{1,6}\s+(.+?)\s*#*\s*$/gm, (line) => line)`)],
	},
	{
		name: 'Spaces before the end of a line are searched from each of them',
		found: 'Growth',
		edits: [markdown(String.raw`.replace(/ +$/gm, (spaces) => spaces)`)],
	},
	{
		name: 'A hang-up counts as the answer of n8n',
		found: 'Acceptance',
		edits: [
			edit(
				'nodes/WhatsAppCloudTrigger/delivery/watchAnswer.ts',
				"once('close', () => acceptance.hangUp(Date.now()))",
				"once('close', () => acceptance.answer(response.statusCode))",
			),
		],
	},
	{
		name: 'Each try of a tool call opens a new ledger',
		found: 'Storms',
		edits: [
			edit(
				'nodes/WhatsAppCloud/runtime/ledgers.ts',
				'(call && ofToolCalls.get(call)) ?? take(',
				'(call && undefined) ?? take(',
			),
		],
	},
	{
		name: 'Secrets are added for any host',
		found: 'Targets',
		edits: [
			edit(
				'nodes/shared/authenticate.ts',
				'requireTrustedTarget(target, credential)',
				'void requireTrustedTarget',
			),
		],
	},
	{
		name: 'The outcome is unknown whatever was cut',
		found: 'Answers',
		edits: [
			edit('cloud-api/graph.ts', '? settleOutcome(error, request) : error', '? error : error'),
		],
	},
	{
		name: 'Kept connections never renew the token',
		found: 'Answers',
		edits: [
			edit(
				'nodes/shared/keepAliveTransport.ts',
				'if (!credential || needsAttention(credential)) return undefined',
				'if (!credential || (needsAttention(credential) && false)) return undefined',
			),
		],
	},
	{
		name: 'Links are opened with the token',
		found: 'Links',
		edits: [
			edit(
				'cloud-api/media/link.ts',
				'isTrustedUrl(link, graph.baseUrl)',
				"isTrustedUrl('', graph.baseUrl)",
			),
			edit(
				'cloud-api/graph.ts',
				"return await this.stream(link, 'none');",
				"return await this.stream(link, isTrustedUrl(link, this.options.baseUrl) ? 'bearer' : 'none');",
			),
		],
	},
	{
		name: 'Answers are passed on with the secrets that they quote',
		found: 'Reflections',
		edits: [
			edit(
				'nodes/shared/hideSecrets.ts',
				'[...secrets, ...ofRequest]',
				'[...secrets, ...ofRequest].slice(0, 0)',
			),
		],
	},
	{
		name: 'The body of a rejection is read whole',
		found: 'Answers',
		edits: [
			edit(
				'nodes/shared/httpTransport.ts',
				'status >= 400 ? MAX_ERROR_BYTES :',
				'status >= 400 ? MAX_ERROR_BYTES * 1e6 :',
			),
		],
	},
	{
		name: 'File names keep invisible characters',
		found: 'File names',
		edits: [
			edit(
				'cloud-api/media/safeFileName.ts',
				".replace(INVISIBLE, '')",
				".replace(INVISIBLE, '$&')",
			),
		],
	},
	{
		name: 'Statuses share the memory of messages',
		found: 'Duplicates',
		edits: [
			edit(
				'nodes/WhatsAppCloudTrigger/delivery/eventKey.ts',
				"return 'statuses'",
				"return 'messages'",
			),
		],
	},
	{
		name: 'Events are claimed one after another',
		found: 'Duplicates',
		edits: [
			edit(
				'nodes/WhatsAppCloudTrigger/delivery/dedupe.ts',
				'open = open.filter((index) => {\n',
				'open = open.filter((index) => {\n\t\t\t\tif (held.size > 0) return true;\n',
			),
		],
	},
	{
		name: 'Components of a template are taken for granted',
		found: 'Shapes',
		edits: [
			edit(
				'cloud-api/templates/readTemplate.ts',
				'components: componentsOf(answer.components),',
				'components: answer.components,',
			),
		],
	},
];
