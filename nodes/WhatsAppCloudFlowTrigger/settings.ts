import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

/** The options of the trigger. */
export interface Settings {
	downloadFiles: boolean;
	errorMessage: string;
	/** Empty for the screen the customer is on. */
	errorScreen: string;
	notValidMessage: string;
}

/** Reads the options with their defaults. */
export function readSettings(context: IWebhookFunctions): Settings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const text = (name: string, fallback: string) => {
		const value = options[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback;
	};
	return {
		downloadFiles: options.downloadFiles !== false,
		errorMessage: text('errorMessage', 'Something went wrong. Please try again.'),
		errorScreen: text('errorScreen', ''),
		notValidMessage: text('notValidMessage', 'This form is no longer valid.'),
	};
}
