import type { CodeTable } from '../types';

/** Groups: participants, photos, and limits. */
export const groups: CodeTable = {
	131020: {
		title: 'The group has no other participant',
		fix: 'Nobody would receive the message. Share the invite link and wait until somebody joins.',
		actor: 'workflow builder',
		retry: 'later',
	},
	131041: {
		title: 'The group does not exist, or the sender is not in it',
		fix: 'Check the group ID, and that the sender is the phone number that created the group.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131201: {
		title: 'The request succeeded for some of the participants only',
		fix: 'See the result for each participant, and send the request again for the missing ones.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131202: {
		title: 'The same participant is listed twice',
		fix: 'List each participant once.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131204: {
		title: 'The group would have too many participants',
		fix: 'A group can have up to 8 participants.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131207: {
		title: 'Meta has suspended the group because of a policy violation',
		fix: 'The group can no longer be used. See Business Support Home.',
		actor: 'account admin',
		retry: 'never',
	},
	131208: {
		title: 'Too many group operations were made with this phone number in a short time',
		fix: 'Wait a while and make fewer of them.',
		actor: 'nobody',
		retry: 'throttled',
	},
	131209: {
		title: 'The group photo is not square',
		fix: 'Crop it to equal width and height, at least 192 pixels.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131210: {
		title: 'The group photo is too small',
		fix: 'Use a photo of at least 192 × 192 pixels.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131211: {
		title: 'The phone number has reached its group limit',
		fix: 'A phone number can have up to 10,000 groups. Delete groups that are no longer used.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131212: {
		title: 'This person is not in the group',
		fix: 'Read the participants of the group again; the person may have left.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131213: {
		title: 'This join request no longer exists',
		fix: 'Read the join requests again; it was answered or withdrawn.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131214: {
		title: 'Meta has temporarily turned off new groups for this account',
		fix: 'Too many marketing messages were sent in open conversations in the past 7 days. Existing groups still work; try again in a few days.',
		actor: 'account admin',
		retry: 'later',
	},
	131215: {
		title: 'This phone number cannot use groups',
		fix: 'Groups require an Official Business Account. WhatsApp Manager → Account tools → Phone numbers shows its status.',
		actor: 'account admin',
		retry: 'never',
	},
};
