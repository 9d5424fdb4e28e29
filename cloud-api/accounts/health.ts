import { records, textOf, texts } from '../answers';
import type { Json } from '../graph';

export const HEALTH_FIELD = 'health_status';

/** Whether something can send now, with Meta's own explanation (Meta: business phone numbers, "health"). */
export interface Health {
	/** `AVAILABLE`, `LIMITED` or `BLOCKED`. */
	canSend: string;
	/** What prevents it, of everything involved: number, account, business, app. */
	obstacles: Obstacle[];
}

export interface Obstacle {
	/** `PHONE_NUMBER`, `WABA`, `BUSINESS`, `APP`, `MESSAGE_TEMPLATE`. */
	entity: string;
	entityId: string;
	canSend: string;
	code?: number;
	explanation: string;
	solution?: string;
}

/** Reads Meta's `health_status`; `undefined` when it is not there. */
export function readHealth(status: unknown): Health | undefined {
	if (typeof status !== 'object' || status === null) return undefined;
	const { can_send_message: canSend, entities } = status as Json;
	return {
		canSend: textOf(canSend) ?? 'UNKNOWN',
		obstacles: records(entities).flatMap(obstaclesOf),
	};
}

function obstaclesOf(entity: Json): Obstacle[] {
	const of = {
		entity: textOf(entity.entity_type) ?? '',
		entityId: textOf(entity.id) ?? '',
		canSend: textOf(entity.can_send_message) ?? 'UNKNOWN',
	};
	return [
		...records(entity.errors).map((obstacle) => ({
			...of,
			code: Number(obstacle.error_code) || undefined,
			explanation: textOf(obstacle.error_description) ?? '',
			solution: textOf(obstacle.possible_solution),
		})),
		...texts(entity.additional_info).map((explanation) => ({ ...of, explanation })),
	];
}
