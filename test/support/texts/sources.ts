/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';
import type { Text } from './fields';

const ROOT = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

function filesBelow(folder: string, extension: string): string[] {
	return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(extension))
		.map((file) => path.posix.join(folder, file))
		.sort();
}

/** Sentences in the code of the package: errors, fixes, and everything else that is at least three words long. */
export function sentencesInCode(): Text[] {
	return ['nodes', 'cloud-api', 'credentials']
		.flatMap((folder) => filesBelow(folder, '.ts'))
		.flatMap((file) => sentencesOf(file));
}

function sentencesOf(file: string): Text[] {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
	const found: Text[] = [];
	const visit = (node: ts.Node): void => {
		const text = sentence(node);
		if (text !== undefined && /[A-Za-z]+ [^ ]+ [^ ]+/.test(text)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push([`${file}:${line + 1}`, text]);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** A string, or a template with `…` in place of its expressions. */
function sentence(node: ts.Node): string | undefined {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** Pages that are generated from the code, whose texts are checked there. */
const GENERATED = new Set([
	'docs/diagnose.md',
	'docs/errors.md',
	'docs/sandbox-rules.md',
	'docs/trigger-events.md',
]);

/** README and guides, line by line, without code and without the generated table of operations. */
export function documentation(): Text[] {
	return ['README.md', ...filesBelow('docs', '.md')]
		.filter((page) => !GENERATED.has(page))
		.flatMap((page) => {
			const notProse = /^```[\s\S]*?^```|<!-- operations:start -->[\s\S]*<!-- operations:end -->/gm;
			const prose = read(page).replace(notProse, (text) => text.replace(/[^\n]/g, ''));
			return prose.split('\n').map((line, index): Text => [`${page}:${index + 1}`, line]);
		});
}

/** The notes in the example workflows. */
export function exampleNotes(): Text[] {
	return filesBelow('examples', '.json').flatMap((file) => {
		const { nodes } = JSON.parse(read(file)) as {
			nodes: Array<{ name: string; type: string; parameters: { content?: string } }>;
		};
		return nodes
			.filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
			.map(({ name, parameters }): Text => [`${file}, ${name}`, parameters.content ?? '']);
	});
}
