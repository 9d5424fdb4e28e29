import { answerTo } from '../answerTo';
import { record, text, type Json } from '../read';

/**
 * `system`: the customer changed the number or identity. `from` is the old number; answers go to
 * `newFrom` or `newUserId`, under which the customer is known from now on.
 */
export function systemMessage(message: Json): Json {
	const system = record(message.system);
	const newFrom = text(system.wa_id) ?? text(system.new_wa_id);
	const newUserId = text(system.user_id);
	return {
		text: text(system.body),
		systemType: text(system.type),
		newFrom,
		newUserId,
		newParentUserId: text(system.parent_user_id),
		previousUserId: text(system.previous_user_id),
		previousParentUserId: text(system.previous_parent_user_id),
		previousFrom: text(system.previous_wa_id),
		...(newFrom || newUserId ? { answerTo: answerTo(undefined, newFrom, newUserId) } : {}),
	};
}
