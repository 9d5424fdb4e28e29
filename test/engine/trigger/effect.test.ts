import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { ANA, activated, drafted, endAll, received, registered } from './support';

/** Published means that a message can arrive. */
describe('an activation that could not receive deliveries', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	const seed = () => stage.sandbox.seed;
	const use = async (change: object) =>
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			...change,
		});
	const rejection = async (work: Promise<unknown>) =>
		await work.then(
			() => '',
			(error: Error) => error.message,
		);

	interface Case {
		what: string;
		parameters?: object;
		set(): Promise<void>;
		/** The message starts with what to do. */
		says: RegExp;
	}
	const cases: Case[] = [
		{
			what: 'a phone number of another account',
			set: async () => {
				const { id } = await stage.control.addAccount({ name: 'Other' });
				const number = await stage.control.addNumber({
					businessAccountId: id,
					displayPhoneNumber: '+1 555-010-0144',
				});
				await use({ phoneNumberId: number.id });
			},
			says: /^Choose a phone number of the WhatsApp Business Account \d+.*\+1 555-010-0144 does not belong/,
		},
		{
			what: 'a phone number that is not registered',
			set: async () =>
				await stage.control.changeNumber(seed().phoneNumberId, { registered: false }),
			says: /^Register the phone number first .*Phone Number → Register.*\+1 555-010-0100 is not registered/,
		},
		{
			what: 'a number of coexistence, which takes no callback of its own',
			set: async () => await stage.control.changeNumber(seed().phoneNumberId, { isOnBizApp: true }),
			says: /^Set Register For to "WhatsApp Business Account", "Whole App", or "Manually".*also used in the WhatsApp Business app \(coexistence\)\. Nothing was registered/,
		},
		{
			what: 'an App ID of another app',
			set: async () => {
				const { id } = await stage.control.addApp({ name: 'Another App' });
				await use({ appId: id });
			},
			says: /App ID and App Secret.*Copy App ID and App Secret again/,
		},
		{
			what: 'an answer of Meta in the middle that is lost',
			set: async () =>
				void (await stage.control.addFault({
					method: 'POST',
					path: `/${seed().phoneNumberId}`,
					status: 500,
				})),
			says: /./,
		},
	];

	it.each(cases.map((one) => [one.what, one] as const))(
		'is rejected with an explanation, and leaves nothing behind: %s',
		async (_, { parameters = {}, set, says }) => {
			await set();
			const before = await registered(stage);
			const message = await rejection(drafted(stage, parameters as never).activate());
			expect(message).toMatch(says);
			expect(message).not.toContain(seed().appSecret);
			expect(await registered(stage)).toEqual(before);
		},
	);

	it('an account all of whose numbers have callbacks of their own', async () => {
		for (const { id } of (await stage.control.state()).phoneNumbers)
			await activated(stage, { phoneNumber: { __rl: true, mode: 'id', value: id } }, id);
		const before = await registered(stage);
		const message = await rejection(
			drafted(stage, { registerFor: 'businessAccount' }, 'account').activate(),
		);
		expect(message).toMatch(/^Set Register For to "Phone Number".*\+1 555-010-0100/);
		expect(await registered(stage)).toEqual(before);
	});

	it('an account with one number left is fine', async () => {
		await activated(stage, {}, 'number');
		const { id } = await stage.control.addNumber({ displayPhoneNumber: '+1 555-010-0155' });
		await activated(stage, { registerFor: 'businessAccount' }, 'account');
		await stage.control.customer(ANA).send({ type: 'text', text: 'free', phoneNumberId: id });
		expect((await received(stage, 1)).flat()).toMatchObject([{ text: 'free' }]);
	});

	it.each([
		['message', 'number'],
		['message_template_status_update', 'app'],
	])('Register For: Automatic registers %s where Meta delivers it (%s)', async (event, level) => {
		const trigger = await activated(stage, { events: [event] });
		const { number, app } = await registered(stage);
		expect(level === 'number' ? number : app?.callbackUrl).toBe(trigger.url());
	});
});
