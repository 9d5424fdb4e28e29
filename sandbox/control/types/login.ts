/** A configuration of Facebook Login for Business: it fixes permissions, token type, and expiration. */
export interface LoginConfiguration {
	/** The `config_id`. */
	id: string;
	name: string;
	/** `SYSTEM_USER`: the dialog needs `override_default_response_type=true`; `USER`: it must not have it. */
	tokenType: 'USER' | 'SYSTEM_USER';
	/** A user token always expires after 60 days. */
	expiration: 'never' | '60-days';
	permissions: string[];
}

/** A configuration to add. */
export interface LoginConfigurationInput extends Partial<LoginConfiguration> {
	/** Default: the seed's app. */
	appId?: string;
}

/** Why the tokens of Connect with Facebook end. */
export type LoginEnd =
	/** User tokens answer 190 with subcode 460. System user tokens stay valid. */
	| 'password-changed'
	/** The person removed the app: all tokens answer 190 with subcode 458. */
	| 'app-removed'
	/** The session was invalidated: user tokens answer 190 with subcode 467. */
	| 'logged-out'
	/** The tokens that can expire have expired: 190 with subcode 463. */
	| 'expired';

/** The login settings of an app. */
export interface LoginView {
	redirectUris: string[];
	configurations: LoginConfiguration[];
	declined: string[];
}
