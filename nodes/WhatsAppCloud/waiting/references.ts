import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { isReferable, newQuestion, writeReference } from '../../shared/answerReference';

/** The references of one question. */
export interface References {
	nonce: string;
	askedAt: Date;
	/** The reference of a choice, counted from 0; without one that of a form. */
	of(choice?: number): string;
	/** The signed address of the page on which a form can be filled in. */
	pageUrl: string;
}

/** n8n 1.x checks the signature of a resume address only where the node asks for it. */
interface Signing {
	setSignatureValidationRequired?: () => void;
}

/**
 * The references for a question of the present execution.
 *
 * @throws InvalidInputError where n8n cannot resume the execution: it has no ID, or the node an unusual one
 */
export function referencesFor(context: IExecuteFunctions, appSecret: string): References {
	const executionId = context.getExecutionId();
	const { id: nodeId } = context.getNode();
	if (!/^\d{1,19}$/.test(executionId ?? '')) {
		throw new InvalidInputError(
			'',
			'This execution cannot wait, because n8n has not given it an ID',
			'Save the workflow, then run it again.',
		);
	}
	if (!isReferable(nodeId)) {
		throw new InvalidInputError(
			'',
			`The ID of this node, "${nodeId.slice(0, 80)}", cannot be part of a reference`,
			'Copy the node and paste it, which gives it a new ID, and delete the old one.',
		);
	}
	(context as Signing).setSignatureValidationRequired?.();
	const url = new URL(context.getSignedResumeUrl());
	const signature = url.searchParams.get('signature') ?? '';
	const question = newQuestion(Date.now());
	return {
		nonce: question.nonce,
		pageUrl: url.toString(),
		askedAt: new Date(question.askedAt * 1000),
		of: (choice) =>
			writeReference(
				{ executionId, nodeId, signature, ...question, ...(choice !== undefined && { choice }) },
				appSecret,
			),
	};
}
