import type { Json } from '../graph';

export const HEALTH_FIELD = 'health_status';

/** Whether something can send now, with Meta's own explanation (Meta: business phone numbers, "health"). */
export interface Health {
	/** `AVAILABLE`, `LIMITED` or `BLOCKED`. */
	canSend: string;
	/** What stands in the way, of whatever is involved: number, account, business, app. */
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

interface Entity {
	entity_type?: string;
	id?: string;
	can_send_message?: string;
	errors?: Array<{ error_code?: number; error_description?: string; possible_solution?: string }>;
	additional_info?: string[];
}

/** Reads Meta's `health_status`; `undefined` when it is not there. */
export function readHealth(status: unknown): Health | undefined {
	if (typeof status !== 'object' || status === null) return undefined;
	const { can_send_message: canSend, entities } = status as Json;
	return {
		canSend: typeof canSend === 'string' ? canSend : 'UNKNOWN',
		obstacles: (Array.isArray(entities) ? (entities as Entity[]) : []).flatMap(obstaclesOf),
	};
}

function obstaclesOf(entity: Entity): Obstacle[] {
	const of = {
		entity: entity.entity_type ?? '',
		entityId: entity.id ?? '',
		canSend: entity.can_send_message ?? 'UNKNOWN',
	};
	return [
		...(entity.errors ?? []).map((obstacle) => ({
			...of,
			code: obstacle.error_code,
			explanation: obstacle.error_description ?? '',
			solution: obstacle.possible_solution,
		})),
		...(entity.additional_info ?? []).map((explanation) => ({ ...of, explanation })),
	];
}
