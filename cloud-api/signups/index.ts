/** In-app signups for marketing messages. */
export {
	createSignup,
	getSignup,
	listSignups,
	updateSignup,
	type Signup,
	type SignupStatus,
	type SignupTexts,
} from './signups';
