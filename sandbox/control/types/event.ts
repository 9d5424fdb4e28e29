import type { CustomerView } from './customer';
import type { Json } from './json';
import type { MessageView, StatusView } from './message';
import type { DeliveryView, RequestView } from './traffic';

/** What `/_sandbox/events` streams: `event:` is the type, `data:` is this object as JSON. */
export type SandboxEvent =
	/** A message came to be (either direction). */
	| { type: 'message'; seq: number; message: MessageView }
	/** Something about a message changed: status, reaction, edit, revoke, pin, answer. `message` is its newest state. */
	| { type: 'status'; seq: number; message: MessageView; status?: StatusView }
	/** The business types to a customer, until then; 0: it has stopped. */
	| { type: 'typing'; seq: number; phoneNumberId: string; customer: string; until: number }
	/** The business marked an incoming message as read. */
	| { type: 'read'; seq: number; message: MessageView }
	| { type: 'delivery'; seq: number; delivery: DeliveryView }
	| { type: 'request'; seq: number; request: RequestView }
	| { type: 'customer'; seq: number; customer: CustomerView }
	/** A template was created, changed or reviewed. */
	| { type: 'template'; seq: number; template: Json }
	/** A subscription, number, account or group changed: read the state again. */
	| { type: 'state'; seq: number }
	/** Everything was reset: read all again. */
	| { type: 'reset'; seq: number };

export type SandboxEventType = SandboxEvent['type'];
