import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json, JsonObject, MediaView, MessageView, RenderedButton } from '../../control/types';

/** A sheet to open over the chat. */
export type SheetRequest =
	| { kind: 'list'; message: MessageView }
	| { kind: 'buttons'; message: MessageView; title: string; buttons: RenderedButton[] }
	| { kind: 'flow'; message: MessageView }
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
	| { kind: 'files'; files: File[]; as?: 'document' }
	| { kind: 'picture'; media: MediaView; caption: string };

export interface ProductSection {
	title: string;
	products: string[];
}

/** The actions available to a message. In previews, they do nothing. */
export interface MessageActions {
	/** `false`: buttons do nothing. */
	enabled: boolean;
	/** Finds another message of the chat. */
	find(id: string): MessageView | undefined;
	/** Whether a message of this type replies to it. */
	answeredWith(message: MessageView, type: string): boolean;
	/** Scrolls to a message and highlights it. */
	jump(id: string): void;
	/** The display name of the author. */
	nameOf(message: MessageView): string;
	/** In a group: the name of the other participant who wrote it. */
	senderOf(message: MessageView): string | undefined;
	/** The customer taps a reply button, list row or quick reply. */
	tap(message: MessageView, id: string): void;
	callPermission(message: MessageView, response: 'accept' | 'reject'): void;
	contactInfo(message: MessageView): void;
	/** Calls the business with the payload of the button, if it has one. */
	call(payload: string): void;
	open(sheet: SheetRequest): void;
	/** Shows a notification. */
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
	call: () => {},
	open: () => {},
	notice: () => {},
};

export const ActionsContext = createContext<MessageActions>(inert);
export const useActions = () => useContext(ActionsContext);

const MessageContext = createContext<MessageView | null>(null);
export const MessageProvider = MessageContext.Provider;

/** The message being rendered. */
export function useMessage(): MessageView {
	const message = useContext(MessageContext);
	if (!message) throw new Error('A message part was drawn outside a message');
	return message;
}
