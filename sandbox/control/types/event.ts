import type { CallView } from './call';
import type { CustomerView } from './customer';
import type { Json } from './json';
import type { MessageView, StatusView } from './message';
import type { DeliveryView, RequestView } from './traffic';

/** An event of `/_sandbox/events`: `event:` is the type, `data:` this object as JSON. */
export type SandboxEvent =
	/** A new message, in either direction. */
	| { type: 'message'; seq: number; message: MessageView }
	/** A changed message: status, reaction, edit, revoke, pin, or reply. */
	| { type: 'status'; seq: number; message: MessageView; status?: StatusView }
	/** The typing indicator of the business; `until` 0 ends it. */
	| { type: 'typing'; seq: number; phoneNumberId: string; customer: string; until: number }
	/** The business marked an incoming message as read. */
	| { type: 'read'; seq: number; message: MessageView }
	| { type: 'delivery'; seq: number; delivery: DeliveryView }
	| { type: 'request'; seq: number; request: RequestView }
	| { type: 'customer'; seq: number; customer: CustomerView }
	/** A call started, or its state changed. */
	| { type: 'call'; seq: number; call: CallView }
	/** A template was created, changed or reviewed. */
	| { type: 'template'; seq: number; template: Json }
	/** A flow was created, changed, or published. */
	| { type: 'flow'; seq: number; flowId: string }
	/** A subscription, phone number, account, or group changed: read the state again. */
	| { type: 'state'; seq: number }
	/** The sandbox was reset: read everything again. */
	| { type: 'reset'; seq: number };

export type SandboxEventType = SandboxEvent['type'];
