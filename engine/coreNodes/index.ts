import type { INodeType } from 'n8n-workflow';
import { code } from './code';
import { convertToFile } from './convertToFile';
import { filter, ifNode, switchNode } from './conditions';
import { dataTable } from './dataTable';
import { aggregate, limit, removeDuplicates, splitOut } from './lists';
import { splitInBatches, wait } from './loop';
import { merge } from './merge';
import { manualTrigger, noOp, scheduleTrigger, stickyNote } from './passing';
import { set } from './set';
import { toolAgent } from './toolAgent';

const standIns: INodeType[] = [
	aggregate,
	code,
	convertToFile,
	dataTable,
	filter,
	ifNode,
	limit,
	manualTrigger,
	merge,
	noOp,
	removeDuplicates,
	scheduleTrigger,
	set,
	splitInBatches,
	splitOut,
	stickyNote,
	switchNode,
	toolAgent,
	wait,
];

/**
 * Stand-ins for the few core nodes that the example workflows use, by full type name. They are ours,
 * small, and cover the parameters the examples set: n8n-nodes-base itself would add 800 MB to every
 * clone. Conditions and expressions are evaluated by n8n's own code. The end-to-end tests run the same
 * examples with the real nodes in a real n8n.
 */
export const coreNodes: ReadonlyMap<string, INodeType> = new Map(
	standIns.map((node) => [`n8n-nodes-base.${node.description.name}`, node]),
);
