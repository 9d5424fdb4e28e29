import type { IncomingInput } from '../../../control/types';
import { act, say, send } from '../../state/acts';
import { api } from '../../state/api';
import { chatId, type Chat } from '../../state/chats';
import { openChat } from '../../state/route';
import { sheet, state } from '../../state/store';
import { loadState } from '../../state/sync';

/** Rare messages that workflows should handle. */
const SPECIALS: Array<{ label: string; input: IncomingInput }> = [
	{
		label: 'Message from an ad',
		input: {
			type: 'text',
			text: 'Hi! I saw your ad.',
			referral: {
				source_url: 'https://fb.me/sandbox-ad',
				source_id: '120200000000000001',
				source_type: 'ad',
				headline: 'Fresh every morning',
				body: 'Order before ten, eat at noon.',
				media_type: 'image',
				image_url: 'https://scontent.example.com/ad.jpg',
				ctwa_clid: 'sandbox-click-id',
			},
		},
	},
	{
		label: 'Question about a product',
		input: {
			type: 'text',
			text: 'Is this still available?',
			referredProduct: { catalog_id: '900', product_retailer_id: 'sourdough' },
		},
	},
	{
		label: 'Forwarded many times',
		input: { type: 'text', text: 'Good morning!', frequentlyForwarded: true },
	},
	{
		label: 'Poll (unsupported)',
		input: { type: 'unsupported', unsupportedType: 'poll_creation' },
	},
];

/** Rare actions of the customer. */
export function SpecialControls({ chat }: { chat: Chat }) {
	const { customer, number } = chat;
	const changeNumber = () =>
		act(async () => {
			const next = String(BigInt(customer.waId) + 1n);
			await api.changeNumber(customer.waId, next);
			await loadState();
			openChat(chatId(next, number.id));
			say(`${customer.name} now has the number +${next}`);
		});
	/** The other phone numbers of the business, a few of them. */
	const others = (state.value?.phoneNumbers ?? []).filter(({ id }) => id !== number.id).slice(0, 5);
	const setWindow = (open: boolean) => act(() => api.setWindow(customer.waId, number.id, open));
	return (
		<section>
			<h2>As {customer.name}</h2>
			<div class="chips">
				{SPECIALS.map(({ label, input }) => (
					<button type="button" key={label} onClick={() => void send(input)}>
						{label}
					</button>
				))}
				<button type="button" onClick={() => (sheet.value = { kind: 'raw' })}>
					Any message (JSON)…
				</button>
				<button type="button" onClick={() => void setWindow(false)}>
					Close the customer service window
				</button>
				<button type="button" onClick={() => void setWindow(true)}>
					Open the window
				</button>
				{others.map((other) => (
					<button
						type="button"
						key={other.id}
						onClick={() => openChat(chatId(customer.waId, other.id))}
					>
						Write to {other.verifiedName || other.displayPhoneNumber}
					</button>
				))}
				<button type="button" onClick={() => void changeNumber()}>
					Change phone number
				</button>
			</div>
		</section>
	);
}
