import { readNumberCallbacks } from '../../../cloud-api/accounts/subscriptions';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { judgeCallback, ownCallbackExample } from '../../shared/callbackOwner';
import type { Call } from '../runtime/operation';

const TURN_OFF =
	'If the answers reach this n8n in another way, e.g. through a gateway, turn off the option "Check for Trigger".';

/**
 * Makes sure that a trigger of this n8n listens for the sender, because only a trigger brings the answer
 * back. What cannot be found out does not stop the message.
 *
 * @throws InvalidInputError when the answers certainly go elsewhere
 */
export async function checkListening({ graph, credential, param, context, itemIndex }: Call) {
	const sender = param.sender();
	const callbacks = await readNumberCallbacks(graph, sender).catch(() => undefined);
	if (callbacks === undefined) return;
	const { phoneNumber, businessAccount, application, displayPhoneNumber } = callbacks;
	const name = displayPhoneNumber ?? sender;
	const url = phoneNumber ?? businessAccount ?? application;
	if (url === undefined) {
		reject(
			`No trigger listens for ${name}, so the answer could not arrive`,
			'Publish a workflow with a WhatsApp Cloud API Trigger for this number on this n8n, or let the trigger listen for a test event.',
		);
	}
	const own = ownCallbackExample(context, itemIndex);
	const { owner, answer } = await judgeCallback(context, url, own, credential.appSecret);
	const where = URL.canParse(url) ? new URL(url).host : url;
	if (owner === 'otherProgram') {
		reject(
			`Messages to ${name} go to another program at ${where}, so the answer would not arrive here`,
			`Publish a WhatsApp Cloud API Trigger for this number on this n8n. ${TURN_OFF}`,
		);
	}
	if (owner === 'otherN8n' && own !== undefined) {
		reject(
			`Messages to ${name} go to the n8n at ${where}, which cannot continue an execution of this n8n (${new URL(own).host})`,
			`Publish a WhatsApp Cloud API Trigger for this number on this n8n. ${TURN_OFF}`,
		);
	}
	if (answer === 'unused') {
		reject(
			`No trigger listens for ${name}: its callback URL belongs to a workflow that is not published`,
			'Publish the workflow with the WhatsApp Cloud API Trigger again.',
		);
	}
	if (answer === 'otherToken') {
		reject(
			`The trigger that listens for ${name} uses another app secret, so it would not recognize the answer`,
			'Choose the same credential in this node and in the WhatsApp Cloud API Trigger.',
		);
	}
}

function reject(message: string, fix: string): never {
	throw new InvalidInputError('sender', message, fix);
}
