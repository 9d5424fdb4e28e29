/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { PhoneOff, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallView } from '../../control/types';
import { Avatar } from '../parts/Avatar';
import { Icon } from '../parts/Icon';
import { act } from '../state/acts';
import { api } from '../state/api';
import { calls, clockOffset, shownCall, state } from '../state/store';

const SECOND = 1000;
/** An ended call stays visible this many milliseconds. */
const STAYS = 6 * SECOND;

const WORDS: Record<Exclude<CallView['state'], 'accepted'>, string> = {
	ringing: 'Ringing…',
	rejected: 'Call declined',
	missed: 'No answer',
	canceled: 'Call canceled',
	ended: 'Call ended',
};

function minutes(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long an accepted call lasts, counted every second. */
function Duration({ since }: { since: number }) {
	const [now, setNow] = useState(Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), SECOND);
		return () => clearInterval(timer);
	}, []);
	return <>{minutes(now + clockOffset.value - since)}</>;
}

/** The call of the customer of this phone: it rings, lasts, or has just ended. */
export function CallScreen() {
	const call = calls.value.get(shownCall.value ?? '');
	const over = call !== undefined && call.state !== 'ringing' && call.state !== 'accepted';
	useEffect(() => {
		if (!over) return undefined;
		const timer = setTimeout(() => (shownCall.value = null), STAYS);
		return () => clearTimeout(timer);
	}, [call?.id, over]);
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus({ preventScroll: true }), [call?.id, over]);
	if (!call) return null;
	const number = state.value?.phoneNumbers.find(({ id }) => id === call.phoneNumberId);
	const name = number?.verifiedName || number?.displayPhoneNumber || 'Business';
	return (
		<div class="call-screen" role="dialog" aria-label={`Call with ${name}`}>
			<Avatar name={name} size={88} />
			<strong>{name}</strong>
			<p aria-live="polite">
				{call.state === 'accepted' ? (
					<Duration since={call.acceptedAt ?? call.startedAt} />
				) : (
					WORDS[call.state]
				)}
			</p>
			{over ? (
				<button
					ref={button}
					type="button"
					class="call-screen__close"
					onClick={() => (shownCall.value = null)}
				>
					<Icon icon={X} size={20} /> Close
				</button>
			) : (
				<button
					ref={button}
					type="button"
					class="call-screen__end"
					onClick={() => void act(() => api.hangUp(call.id))}
				>
					<Icon icon={PhoneOff} size={20} /> End call
				</button>
			)}
		</div>
	);
}
