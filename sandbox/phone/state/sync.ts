/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { batch } from '@preact/signals';
import type { SandboxEvent } from '../../control/types';
import { act } from './acts';
import { api } from './api';
import { receive, takeState } from './receive';
import * as store from './store';

const EVENTS: Array<SandboxEvent['type']> = [
	'message',
	'status',
	'typing',
	'read',
	'delivery',
	'request',
	'customer',
	'call',
	'flow',
	'state',
	'reset',
];

/** Interval in milliseconds in which events are rendered together. */
const TOGETHER = 40;

let waiting: SandboxEvent[] = [];
let loading = 0;
let planned = false;

/** Loads customers, phone numbers, behavior, faults, and time. */
export async function loadState() {
	takeState(await api.state());
}

/**
 * Loads everything: at the start, after a reset, and after a lost connection. Events that arrive
 * meanwhile wait, because the answers may be older.
 */
async function loadAll() {
	loading++;
	try {
		const [state, messages, requests, deliveries, calls] = await Promise.all([
			api.state(),
			api.messages(),
			api.requests(),
			api.deliveries(),
			api.calls(),
		]);
		// In one batch: the chat in the address may need both.
		batch(() => {
			const first = store.state.value === null;
			takeState(state);
			store.messages.value = new Map(messages.map((message) => [message.id, message]));
			store.requests.value = requests;
			store.deliveries.value = deliveries;
			store.calls.value = new Map(calls.map((call) => [call.id, call]));
			if (first) store.seenAtFirst.value = state.now;
		});
	} finally {
		loading--;
		plan();
	}
}

function flush() {
	planned = false;
	if (loading > 0) return;
	const events = waiting;
	waiting = [];
	if (events.some(({ type }) => type === 'reset')) {
		store.selectedId.value = null;
		store.replyingTo.value = null;
		store.sheet.value = null;
		store.shownCall.value = null;
		void act(loadAll);
	} else {
		batch(() => receive(events));
		if (events.some(({ type }) => type === 'state')) void act(loadState);
	}
}

function plan() {
	if (planned || waiting.length === 0) return;
	planned = true;
	setTimeout(flush, TOGETHER);
}

/** Keeps the store in sync with the sandbox: loads everything, then applies its events. */
export function startSync() {
	const source = new EventSource(`/_sandbox/events?types=${EVENTS.join(',')}`);
	source.addEventListener('open', () => {
		store.connection.value = 'live';
		void act(loadAll);
	});
	source.addEventListener('error', () => {
		store.connection.value = source.readyState === EventSource.CLOSED ? 'lost' : 'connecting';
	});
	for (const type of EVENTS) {
		source.addEventListener(type, (event) => {
			waiting.push(JSON.parse(String(event.data)) as SandboxEvent);
			plan();
		});
	}
	setInterval(() => (store.tick.value = Date.now()), 5000);
}
