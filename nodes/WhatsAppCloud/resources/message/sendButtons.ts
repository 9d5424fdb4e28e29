import { buttonsMessage, BUTTONS_LIMITS } from '../../../../cloud-api/messages/buttons';
import { body, footer } from '../../fields/bodyAndFooter';
import { formOrJson } from '../../fields/formOrJson';
import { givenRows } from '../../fields/givenRows';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { replyButtonOf } from '../../fields/replyButton';
import { replyButtonRows } from '../../fields/replyButtons';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import { urlButtonRows, urlButtonsOf } from '../../fields/urlButtons';
import type { Operation } from '../../runtime/operation';
import type { Values } from '../../../shared/values';
import { withHeader } from './header';
import { sendAndTell } from './send';

const { buttons, directSend } = BUTTONS_LIMITS;

export const sendButtons: Operation = {
	name: 'Send Buttons',
	value: 'sendButtons',
	action: 'Send a message with reply buttons',
	description: `Send a text with up to ${buttons.max} reply buttons. The trigger returns the button that the customer taps.`,
	sends: true,
	fields: [
		sender,
		recipient,
		...headerFields,
		body,
		footer,
		...formOrJson(
			replyButtonRows({
				displayName: 'Buttons',
				name: 'buttons',
				typeOptions: { maxAllowedFields: directSend.buttons },
				description: `Up to ${buttons.max} reply buttons, or up to ${directSend.buttons} with Direct Send`,
				example: { title: 'Yes, please', id: 'yes' },
			}),
			{
				example: [
					{ id: 'yes', title: 'Yes' },
					{ id: 'no', title: 'No' },
				],
				description: `Up to ${buttons.max} buttons, e.g. [{ "id": "yes", "title": "Yes" }], ["Yes", "No"], or Meta's JSON`,
			},
		),
		simplify,
		sendOptions({ directSend: true, extra: [urlButtonRows] }),
	],
	async run(call) {
		const { param } = call;
		const urlButtons = urlButtonsOf(param);
		const rows = givenRows(param, 'buttons', { group: 'button', shorthand: 'title' });
		const content = await withHeader(call, (header) =>
			buttonsMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				buttons: (urlButtons.length > 0 && isUnused(rows) ? [] : rows).map(replyButtonOf),
				urlButtons,
				directSend: param.group('options').has('category'),
			}),
		);
		return await sendAndTell(call, content);
	},
};

/** Whether the form holds only the empty row that it starts with. */
function isUnused(rows: Values[]): boolean {
	return rows.length === 1 && rows[0].names().every((name) => !rows[0].has(name));
}
