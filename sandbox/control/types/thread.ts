/** What another responder of Conversation Routing does with a conversation. */
export interface HandoverInput {
	/** Default: the seed's number. */
	phoneNumberId?: string;
	/** WhatsApp ID, BSUID, or username. */
	customer: string;
	/** `control_passed`: the other role hands the conversation to the app. `control_taken`: it takes it. */
	type: 'control_passed' | 'control_taken';
	/** The other role: `ai_agent`, `ctwa`, `customer_service`, `escalation`, `marketing`, `utility`. */
	role: string;
	metadata?: string;
	/** Summary of the conversation; only with `control_passed`. */
	summary?: string;
}
