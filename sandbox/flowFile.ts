/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { watch } from 'fs';
import { readFile } from 'fs/promises';
import { basename, dirname, extname, resolve } from 'path';
import type { Sandbox } from './index';
import type { FlowView } from './control/types';

/** Editors write a file in several steps. */
const SETTLE = 120;

/** A Flow JSON that is developed: opened on the phone, and read again on every save. */
export interface FlowFile {
	flow: FlowView;
	/** Address of the phone with the flow open. */
	url: string;
	/** Stops watching. */
	close(): void;
}

/**
 * Adds the Flow JSON of a file as a draft and watches the file. `say` receives what changed: the
 * findings of the rules, or that there are none. Throws if the file cannot be read.
 */
export async function openFlowFile(
	sandbox: Sandbox,
	file: string,
	endpointUri: string | undefined,
	say: (text: string) => void,
): Promise<FlowFile> {
	const path = resolve(file);
	let text = await readFile(path, 'utf8');
	const flow = await sandbox.control.addFlow({
		name: basename(path, extname(path)),
		json: text,
		status: 'DRAFT',
		...(endpointUri ? { endpointUri } : {}),
	});
	say(findings(path, flow));
	let timer: NodeJS.Timeout | undefined;
	const reload = async () => {
		const next = await readFile(path, 'utf8').catch(() => undefined);
		if (next === undefined || next === text) return;
		text = next;
		say(findings(path, await sandbox.control.changeFlow(flow.id, { json: next })));
	};
	// The folder, because many editors replace the file.
	const watcher = watch(dirname(path), (_event, name) => {
		if (name !== null && name !== basename(path)) return;
		clearTimeout(timer);
		timer = setTimeout(() => void reload(), SETTLE);
	});
	return {
		flow,
		url: `${sandbox.phoneUrl}?flow=${flow.id}`,
		close() {
			clearTimeout(timer);
			watcher.close();
		},
	};
}

/** The findings as compilers write them: `flow.json:12:9 INVALID_PROPERTY_KEY …` */
function findings(path: string, { validationErrors }: FlowView): string {
	const name = basename(path);
	if (validationErrors.length === 0) return `  ${name}: no errors.\n`;
	return validationErrors
		.map(
			({ error, message, line_start: line, column_start: column }) =>
				`  ${name}:${line}:${column} ${error} ${message}\n`,
		)
		.join('');
}
