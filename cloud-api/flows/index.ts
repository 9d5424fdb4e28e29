export { checkFlowJson as check } from './check/checkFlowJson';
export type { FlowFinding } from './finding';
export { answersFromFlow as readAnswers } from './form/answers';
export { flowFromFields as fromFields } from './form/build';
export type { FlowField, FlowFieldType, FlowForm, FlowFormScreen, FlowOption } from './form/form';
export {
	createFlow as create,
	deleteFlow as delete,
	deprecateFlow as deprecate,
	flowPreview as preview,
	getFlow as get,
	getFlowJson as getJson,
	listFlows as list,
	migrateFlows as migrate,
	publishFlow as publish,
	updateFlow as update,
	uploadFlowJson as uploadJson,
	type FlowChanges,
	type NewFlow,
	type SavedFlow,
} from './manage';
export type { Flow } from './record';
