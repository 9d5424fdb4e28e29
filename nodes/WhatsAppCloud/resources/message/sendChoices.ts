import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { choiceMessages, MORE_TEXT } from '../../../../cloud-api/messages/choices';
import { LIST_LIMITS } from '../../../../cloud-api/messages/list';
import { body, bodyDescription, footer } from '../../fields/bodyAndFooter';
import { textHeaderField } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { choiceFields, choicesOf } from './choiceFields';
import { choiceOptions } from './choiceOptions';
import { textHeaderOf } from './header';
import { output } from './send';
import { sendParts } from './sendParts';

const buttonText: INodeProperties = {
	displayName: 'Button Text',
	name: 'button',
	type: 'string',
	default: 'Choose',
	placeholder: 'e.g. Show times',
	description: `Text of the button that opens the list, up to ${LIST_LIMITS.button} characters. Not shown when the choices fit on reply buttons.`,
};

export const sendChoices: Operation = {
	name: 'Send Choices',
	value: 'sendChoices',
	action: 'Send choices as buttons or a list',
	description:
		'Send a text with any number of choices, shown as reply buttons, a list, or a list with pages. The trigger returns the choice.',
	sends: true,
	fields: [
		sender,
		recipient,
		textHeaderField,
		{ ...body, description: bodyDescription(LIST_LIMITS.body) },
		footer,
		...choiceFields,
		buttonText,
		simplify,
		sendOptions({ extra: choiceOptions }),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const { contents, shownAs, shown, nextPage } = choiceMessages({
			header: textHeaderOf(call),
			body: param.text('body'),
			footer: param.text('footer'),
			button: param.text('button'),
			choices: choicesOf(param),
			layout: options.choice('layout', ['auto', 'list']),
			division: options.choice('division', ['pages', 'lists']),
			moreText: options.optionalText('moreText') ?? MORE_TEXT,
			moreId: options.optionalText('moreId'),
			continueFrom: options.optionalText('continueFrom'),
		});
		const sent = await sendParts(call, contents);
		return output(call, sent[0], {
			shownAs,
			choices: shown as unknown as IDataObject[],
			...(nextPage !== undefined && { nextPage }),
			...(sent.length > 1 && { parts: sent.map(({ messageId }) => ({ messageId })) }),
		});
	},
};
