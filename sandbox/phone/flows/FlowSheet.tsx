import { ArrowLeft, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FlowSessionView, FlowStep } from '../../control/types';
import type { SheetProps } from '../app/sheets/request';
import { Icon } from '../parts/Icon';
import { useDialog } from '../parts/Sheet';
import { api } from '../state/api';
import { safeHref } from '../format/links';
import { changedFlow } from '../state/store';
import { FlowScreen } from './FlowScreen';

const wordsOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

/** A flow as WhatsApp opens it: a form over the chat, screen by screen. */
export function FlowSheet({ request, onClose }: SheetProps<'flow'>) {
	const [session, setSession] = useState<FlowSessionView>();
	const [visit, setVisit] = useState(0);
	const [busy, setBusy] = useState(true);
	const [notice, setNotice] = useState<string>();
	const [failure, setFailure] = useState<string>();
	const closed = useRef(false);
	const dialog = useDialog(onClose);

	const take = async (work: () => Promise<FlowSessionView>) => {
		setBusy(true);
		setNotice(undefined);
		try {
			const next = await work();
			if (closed.current) return;
			if (next.state === 'completed') return onClose();
			// A new form for every visit of a screen; the same form while it stays.
			if (next.id !== session?.id || next.screen.id !== session.screen.id) setVisit(visit + 1);
			setSession(next);
			setNotice(next.notice);
			if (next.failure) setFailure(next.failure);
			const href = next.openUrl && safeHref(next.openUrl);
			if (href) window.open(href, '_blank', 'noopener');
		} catch (reason) {
			if (session) setNotice(wordsOf(reason));
			else setFailure(wordsOf(reason));
		} finally {
			setBusy(false);
		}
	};
	const { id, flow, customer } = request.message;
	const change = changedFlow.value?.flowId === flow?.id ? changedFlow.value?.seq : undefined;
	useEffect(() => {
		setFailure(undefined);
		void take(async () => {
			// A message to try a flow with takes its data from the Flow JSON.
			if (flow?.token === `preview-${flow?.id}`) await api.previewFlow(flow.id);
			return await api.openFlow(customer, id);
		});
	}, [id, customer, change]);
	useEffect(
		() => () => {
			closed.current = true;
		},
		[],
	);
	const step = (one: FlowStep) => {
		if (session) void take(async () => await api.flowStep(session.id, one));
	};
	const title = String(session?.screen.title ?? 'Form');
	return (
		<div class="sheet-shade">
			<div
				class="sheet flow-sheet"
				role="dialog"
				aria-modal="true"
				aria-label={title}
				aria-busy={busy}
				tabIndex={-1}
				{...dialog}
			>
				<header class="sheet__head flow-head">
					{session?.canGoBack && !failure ? (
						<button
							type="button"
							class="round"
							aria-label="Back"
							disabled={busy}
							onClick={() => step({ do: 'back' })}
						>
							<Icon icon={ArrowLeft} />
						</button>
					) : (
						<button type="button" class="round" aria-label="Close" onClick={onClose}>
							<Icon icon={X} />
						</button>
					)}
					<h2>
						{title}
						{session?.draft && <span class="flow-draft">Draft</span>}
					</h2>
					{session?.canGoBack && !failure && (
						<button type="button" class="round" aria-label="Close" onClick={onClose}>
							<Icon icon={X} />
						</button>
					)}
				</header>
				{!session && !failure && (
					<p class="flow-state">
						<span class="flow-spinner" />
						Loading…
					</p>
				)}
				{failure && (
					<div class="flow-state" role="alert">
						<p>{failure}</p>
						<button type="button" class="plain" onClick={onClose}>
							Close
						</button>
					</div>
				)}
				{session && !failure && (
					<FlowScreen key={visit} session={session} busy={busy} onStep={step} />
				)}
				{notice && !failure && (
					<div class="flow-snack" role="alert">
						{notice}
					</div>
				)}
				{session?.reason && (
					<p class="flow-reason">
						<b>For developers:</b> {session.reason}
					</p>
				)}
			</div>
		</div>
	);
}
