/** The errors that the library throws, and what Meta's codes mean. */
export {
	CloudApiError,
	ConnectionError,
	GraphError,
	InvalidInputError,
	UnexpectedAnswerError,
} from './cloudApiError';
export { explain, explainCode } from './explain';
export type { Actor, Explanation, RetryClass } from './types';
