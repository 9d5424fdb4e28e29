import type { IDataObject } from 'n8n-workflow';
import { answersFromFlow } from '../../../../cloud-api/flows/form/answers';
import type { Json } from '../../../../cloud-api/graph';
import type { Question } from '../question';
import { DECISION, REASON, RESPONSE } from './formOf';

/**
 * What the output says about an answered form: the text, the approval with its reason, or all answers by
 * their labels. `undefined` where the question has no form.
 *
 * @param response the values by the names of the fields
 */
export function formAnswer(question: Question, response: Json): IDataObject | undefined {
	const { form, decides, choices } = question;
	if (form === undefined) return undefined;
	const answers = answersFromFlow(form, response) as IDataObject;
	if (decides === 'text') return { text: textOf(answers[RESPONSE]) };
	if (decides === 'approval') {
		const choice = choices.findIndex(({ title }) => title === answers[DECISION]);
		if (choice < 0) return undefined;
		const reason = textOf(answers[REASON]);
		return {
			approved: choice === 0,
			choice: choices[choice].title,
			choiceId: choices[choice].id,
			text: reason,
			// What n8n's AI Agent takes for the person's feedback.
			...(reason !== '' && { chatInput: reason }),
		};
	}
	return { data: answers, text: lines(answers) };
}

function textOf(answer: unknown): string {
	return typeof answer === 'string' ? answer : '';
}

function lines(answers: IDataObject): string {
	return Object.entries(answers)
		.filter(([, value]) => value !== null && value !== '')
		.map(([label, value]) => `${label}: ${inWords(value)}`)
		.join('\n');
}

function inWords(value: unknown): string {
	if (Array.isArray(value)) return value.map(inWords).join(', ');
	if (typeof value !== 'object' || value === null) return String(value);
	return String((value as { fileName?: unknown }).fileName ?? JSON.stringify(value));
}
