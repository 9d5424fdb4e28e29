export { checkFlowJson } from './check/checkFlowJson';
export { findingsFromMeta, type FlowFinding } from './finding';
export { answersFromFlow } from './form/answers';
export { flowFromFields } from './form/build';
export type { FlowField, FlowFieldType, FlowForm, FlowFormScreen, FlowOption } from './form/form';
export { FLOW_VERSIONS, RECOMMENDED_VERSION } from './versions';
