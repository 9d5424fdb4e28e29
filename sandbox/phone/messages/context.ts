import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json, JsonObject, MediaView, MessageView, RenderedButton } from '../../control/types';

/** What opens over the chat when something in a message is tapped. */
export type SheetRequest =
	| { kind: 'list'; message: MessageView }
	| { kind: 'buttons'; message: MessageView; title: string; buttons: RenderedButton[] }
	| { kind: 'flow'; message: MessageView; name: string; parameters: JsonObject }
	| { kind: 'address'; message: MessageView }
	| { kind: 'location'; message: MessageView }
	| {
			kind: 'products';
			message: MessageView;
			catalogId: string;
			title: string;
			sections: ProductSection[];
	  }
	| { kind: 'order'; message: MessageView; order: JsonObject }
	| { kind: 'contact'; contact: Json }
	| { kind: 'raw' }
	| { kind: 'picture'; media: MediaView; caption: string };

export interface ProductSection {
	title: string;
	products: string[];
}

/** What the world around a message can do for it. Previews keep the default, which does nothing. */
export interface MessageActions {
	/** `false`: buttons are drawn as the customer sees them, but do nothing. */
	enabled: boolean;
	/** Another message of the chat, for quotes and answers. */
	find(id: string): MessageView | undefined;
	/** Whether a message of this type already answers by quoting it. */
	answeredWith(message: MessageView, type: string): boolean;
	/** Scrolls to a message and shows where it is. */
	jump(id: string): void;
	/** How the writer of a message is called. */
	nameOf(message: MessageView): string;
	/** In a group: the other participant who wrote it. */
	senderOf(message: MessageView): string | undefined;
	/** The customer taps a reply button, list row or quick reply. */
	tap(message: MessageView, id: string): void;
	callPermission(message: MessageView, response: 'accept' | 'reject'): void;
	contactInfo(message: MessageView): void;
	open(sheet: SheetRequest): void;
	/** A short word at the foot of the screen. */
	notice(text: string): void;
}

const inert: MessageActions = {
	enabled: false,
	find: () => undefined,
	answeredWith: () => false,
	jump: () => {},
	nameOf: (message) => (message.direction === 'incoming' ? 'You' : 'Business'),
	senderOf: () => undefined,
	tap: () => {},
	callPermission: () => {},
	contactInfo: () => {},
	open: () => {},
	notice: () => {},
};

export const ActionsContext = createContext<MessageActions>(inert);
export const useActions = () => useContext(ActionsContext);

const MessageContext = createContext<MessageView | null>(null);
export const MessageProvider = MessageContext.Provider;

/** The message that is being drawn. */
export function useMessage(): MessageView {
	const message = useContext(MessageContext);
	if (!message) throw new Error('A message part was drawn outside a message');
	return message;
}
