/**
 * What Recipient takes to answer somebody: the group, else the phone number, else the user ID. The digits
 * of a phone number get a `+`, because a short number without one could be a national number.
 */
export function answerTo(group?: string, from?: string, userId?: string): string | undefined {
	if (group !== undefined) return group;
	if (from === undefined) return userId;
	return /^\d+$/.test(from) ? `+${from}` : from;
}
