import type { Email } from 'postal-mime';

import { PlayedFiles } from './files';
import { startGateway, type GatewayOptions } from './gateway';
import { PlayedGoogle } from './google';
import { PlayedHubspot } from './hubspot';
import { startMail, type PlayedMail } from './mail';
import { PlayedOpenAi } from './openAi';

/** Local simulations of the third-party services that the examples use. */
export interface PlayedServices {
	google: PlayedGoogle;
	hubspot: PlayedHubspot;
	openAi: PlayedOpenAi;
	mail: PlayedMail;
	/** Environment that redirects n8n's requests to the simulated services. */
	env: Record<string, string>;
	/** The credentials for them, as n8n's REST API creates them. */
	credentials(): Array<{ name: string; type: string; data: object }>;
	close(): Promise<void>;
}

/** Starts all services. `others` determines what happens to requests to other hosts. */
export async function startServices(
	options: GatewayOptions & { onMail?: (mail: Email) => void },
): Promise<PlayedServices> {
	const google = new PlayedGoogle();
	const hubspot = new PlayedHubspot();
	const openAi = new PlayedOpenAi();
	const mail = await startMail(options.onMail);
	const files = new PlayedFiles();
	const hosts = { ...google.hosts, ...hubspot.hosts, ...openAi.hosts, ...files.hosts };
	const gateway = await startGateway(hosts, options);
	return {
		google,
		hubspot,
		openAi,
		mail,
		env: gateway.env,
		credentials: () => [
			google.credential('googleCalendarOAuth2Api', 'Google Calendar (played)'),
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
