import { rethrow } from '../../errors/rethrow';
import type { FlowFinding } from '../finding';
import { JsonSyntaxError, parseJson, type JsonNode } from '../json/parse';
import { Lines } from '../json/lines';
import { valueOf } from '../json/node';
import { checkActions } from './actions';
import { checkBindings } from './bindings';
import { checkComponent } from './component';
import { checkDataModel } from './dataModel';
import { Findings } from './findings';
import { checkFlow, checkScreen, versionOf } from './flow';
import { checkRouting } from './routing';
import { screensOf } from './screen';
import { checkContent } from './screenContent';

/** Meta: WhatsApp Flows, Flow JSON: the file has at most 10 MB. */
export const MAX_FLOW_JSON_BYTES = 10 * 1024 * 1024;

/**
 * Everything that is wrong with a Flow JSON, with line, column and path, in the order of the text: JSON
 * syntax, versions (5.1 to 7.3), screens, components and their limits, actions, bindings, data models, and
 * routing. Rules of later versions are Meta's to check; what is unknown is a warning. Codes as in Meta's
 * static validation (Meta: WhatsApp Flows, error codes). Does not throw.
 */
export function checkFlowJson(text: string): FlowFinding[] {
	const lines = new Lines(text);
	const findings = new Findings(lines);
	const bytes = Buffer.byteLength(text);
	if (bytes > MAX_FLOW_JSON_BYTES) {
		const message = `The Flow JSON has ${(bytes / 1024 / 1024).toFixed(1)} MB; the limit is 10 MB`;
		findings.error('INVALID_FLOW_JSON', { path: '', start: 0, end: 0 }, message);
		return findings.list();
	}
	const flow = parsed(text, findings);
	if (flow) checkParsed(flow, findings);
	return findings.list();
}

function parsed(text: string, findings: Findings): JsonNode | undefined {
	try {
		const node = parseJson(text);
		if (node.type === 'object') return node;
		const place = { path: '', start: node.start, end: node.end };
		findings.error(
			'INVALID_FLOW_JSON',
			place,
			'A Flow JSON is an object: begin with { and end with }',
		);
	} catch (error) {
		if (!(error instanceof JsonSyntaxError)) rethrow(error);
		const place = { path: '', start: error.offset, end: error.offset + 1 };
		findings.error('INVALID_FLOW_JSON', place, error.message);
	}
	return undefined;
}

function checkParsed(flow: JsonNode, findings: Findings): void {
	const screens = screensOf(flow);
	const version = versionOf(flow) || '7.3';
	const hasEndpoint = valueOf(flow, 'data_api_version') !== undefined;
	checkFlow(flow, screens, findings);
	const seen = new Set<string>();
	for (const screen of screens) {
		checkScreen(screen, flow, seen, findings);
		checkContent(screen, version, findings);
		checkDataModel(screen, findings);
		for (const component of screen.components) checkComponent(component, version, findings);
		checkActions(screen, screens, { version, hasEndpoint }, findings);
		checkBindings(screen, screens, findings);
	}
	checkRouting(flow, screens, findings);
}
