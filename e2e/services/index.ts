import type { Email } from 'postal-mime';

import { startGateway, type GatewayOptions } from './gateway';
import { PlayedGoogle } from './google';
import { PlayedHubspot } from './hubspot';
import { startMail, type PlayedMail } from './mail';
import { PlayedOpenAi } from './openAi';

/** The services of others that the examples use, played on this machine as the sandbox plays Meta. */
export interface PlayedServices {
	google: PlayedGoogle;
	hubspot: PlayedHubspot;
	openAi: PlayedOpenAi;
	mail: PlayedMail;
	/** Environment that leads n8n's requests to the played services. */
	env: Record<string, string>;
	/** The credentials that a user would make for them, as n8n's REST API takes them. */
	credentials(): Array<{ name: string; type: string; data: object }>;
	close(): Promise<void>;
}

/** Starts all of them. What n8n asks of any other host goes where `others` says. */
export async function startServices(
	options: GatewayOptions & { onMail?: (mail: Email) => void },
): Promise<PlayedServices> {
	const google = new PlayedGoogle();
	const hubspot = new PlayedHubspot();
	const openAi = new PlayedOpenAi();
	const mail = await startMail(options.onMail);
	const hosts = { ...google.hosts, ...hubspot.hosts, ...openAi.hosts };
	const gateway = await startGateway(hosts, options);
	return {
		google,
		hubspot,
		openAi,
		mail,
		env: gateway.env,
		credentials: () => [
			google.credential('googleSheetsOAuth2Api', 'Google Sheets (played)'),
			google.credential('googleDriveOAuth2Api', 'Google Drive (played)'),
			hubspot.credential(),
			openAi.credential(),
			mail.credential(),
		],
		async close() {
			await gateway.close();
			await mail.close();
		},
	};
}
