import type { Resource } from '../../runtime/operation';
import { withClosedWindow } from './closedWindow';
import { markAsRead } from './markAsRead';
import { pinMessage } from './pinMessage';
import { sendAddressRequest } from './sendAddressRequest';
import { askingByTemplate, sendAndWait } from './sendAndWait';
import { sendButtons } from './sendButtons';
import { sendCallPermissionRequest } from './sendCallPermissionRequest';
import { sendCarousel } from './sendCarousel';
import { sendChoices } from './sendChoices';
import { sendContactInfoRequest } from './sendContactInfoRequest';
import { sendContacts } from './sendContacts';
import { sendCustom } from './sendCustom';
import { sendFlow } from './sendFlow';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendLocationRequest } from './sendLocationRequest';
import { sendMedia } from './sendMedia';
import { sendOrderDetails } from './sendOrderDetails';
import { sendOrderStatus } from './sendOrderStatus';
import { sendProducts } from './sendProducts';
import { sendReaction } from './sendReaction';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { sendUrlButton } from './sendUrlButton';
import { sendVoiceCallButton } from './sendVoiceCallButton';

/** Operations that the customer service window does not restrict. */
const ANY_TIME = new Set([sendTemplate, markAsRead, pinMessage]);

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [
		sendText,
		sendTemplate,
		sendMedia,
		sendButtons,
		sendList,
		sendChoices,
		sendAndWait,
		sendUrlButton,
		sendReaction,
		markAsRead,
		sendLocation,
		sendLocationRequest,
		sendContacts,
		sendFlow,
		sendProducts,
		sendCarousel,
		sendAddressRequest,
		sendCallPermissionRequest,
		sendContactInfoRequest,
		sendVoiceCallButton,
		sendOrderDetails,
		sendOrderStatus,
		sendCustom,
		pinMessage,
	].map((operation) => {
		if (ANY_TIME.has(operation)) return operation;
		const asTemplate = operation === sendAndWait ? askingByTemplate(sendTemplate) : sendTemplate;
		return withClosedWindow(operation, asTemplate);
	}),
};
