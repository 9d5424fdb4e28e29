import type { ControlConnection } from './connection';
import type { LoginConfiguration, LoginConfigurationInput, LoginEnd, LoginView } from './types';

/** Plays the App Dashboard and the person's Facebook settings for Connect with Facebook. */
export class LoginControl {
	constructor(private readonly connection: ControlConnection) {}

	/** The settings of an app; default: the seed's app. */
	async settings(appId?: string): Promise<LoginView> {
		return await this.connection.get('/login', { appId });
	}

	/** Replaces the app's Valid OAuth Redirect URIs. They are compared exactly. */
	async setRedirectUris(uris: string[], appId?: string): Promise<LoginView> {
		return await this.connection.post('/login/redirect-uris', { uris, appId });
	}

	/** Adds a configuration of Facebook Login for Business, or replaces the one with this ID. */
	async addConfiguration(configuration: LoginConfigurationInput = {}): Promise<LoginConfiguration> {
		return await this.connection.post('/login/configurations', configuration);
	}

	/**
	 * The permissions that the person declines. In classic login, their boxes are not ticked; with a
	 * configuration, no permission is granted.
	 */
	async decline(permissions: string[], appId?: string): Promise<LoginView> {
		return await this.connection.post('/login/declined', { permissions, appId });
	}

	/** Ends the tokens that the login dialog has issued. Resolves with how many ended. */
	async end(reason: LoginEnd): Promise<{ ended: number }> {
		return await this.connection.post('/login/end', { reason });
	}
}
