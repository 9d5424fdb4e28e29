import { ActionsContext, MessageProvider } from '../../messages/context';
import { TemplateButton } from '../../messages/types/TemplateButton';
import { Rows } from '../../messages/Rows';
import { Sheet } from '../../parts/Sheet';
import { activeChat, messages } from '../../state/store';
import { actionsFor } from '../actions';
import type { SheetProps } from './request';

/** All buttons of a template with more than three. */
export function ButtonsSheet({ request, onClose }: SheetProps<'buttons'>) {
	const chat = activeChat.value;
	if (!chat) return null;
	const message = messages.value.get(request.message.id) ?? request.message;
	return (
		<Sheet title={request.title} onClose={onClose}>
			<ActionsContext.Provider value={actionsFor(chat)}>
				<MessageProvider value={message}>
					<Rows>
						{request.buttons.map((button) => (
							<TemplateButton button={button} />
						))}
					</Rows>
				</MessageProvider>
			</ActionsContext.Provider>
		</Sheet>
	);
}
