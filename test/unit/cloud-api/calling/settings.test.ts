import { setCallingSettings, type CallHours } from '../../../../cloud-api/calling/settings';
import type { GraphApi } from '../../../../cloud-api/graph';

/** The bodies that were posted. */
async function sent(settings: Parameters<typeof setCallingSettings>[2]): Promise<unknown[]> {
	const bodies: unknown[] = [];
	const graph = {
		post: async (_: string, body: unknown) => {
			bodies.push(body);
			return await Promise.resolve({ success: true });
		},
	} as unknown as GraphApi;
	await setCallingSettings(graph, '106540352242922', settings);
	return bodies;
}

const monday = { day: 'MONDAY' as const, open: '9:00', close: '17:30' };
const hours = (changes: Partial<CallHours> = {}): CallHours => ({
	enabled: true,
	timezone: 'America/Manaus',
	weekly: [monday],
	holidays: [],
	...changes,
});

it("writes Meta's names and times", async () => {
	expect(
		await sent({
			enabled: true,
			callButtonVisible: false,
			callbackPermission: true,
			countries: ['us', ' BR '],
			hours: hours({ holidays: [{ date: '2027-01-01', open: '10:00', close: '12:00' }] }),
		}),
	).toEqual([
		{
			calling: {
				status: 'ENABLED',
				call_icon_visibility: 'DISABLE_ALL',
				call_icons: { restrict_to_user_countries: ['US', 'BR'] },
				callback_permission_status: 'ENABLED',
				call_hours: {
					status: 'ENABLED',
					timezone_id: 'America/Manaus',
					weekly_operating_hours: [
						{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1730' },
					],
					holiday_schedule: [{ date: '2027-01-01', start_time: '1000', end_time: '1200' }],
				},
			},
		},
	]);
});

it('sends only what is changed', async () => {
	expect(await sent({ enabled: false })).toEqual([{ calling: { status: 'DISABLED' } }]);
});

it.each<[string, Parameters<typeof setCallingSettings>[2], RegExp]>([
	['nothing', {}, /No setting is added/],
	['a country in words', { countries: ['Brazil'] }, /"Brazil" is not a country code/],
	[
		'an unknown time zone',
		{ hours: hours({ timezone: 'Mars/Base' }) },
		/"Mars\/Base" is not a time zone/,
	],
	['hours without a day', { hours: hours({ weekly: [] }) }, /have no day/],
	[
		"25 o'clock",
		{ hours: hours({ weekly: [{ ...monday, open: '25:00' }] }) },
		/"25:00" is not a time/,
	],
	[
		'9 in the morning',
		{ hours: hours({ weekly: [{ ...monday, open: '9 am' }] }) },
		/"9 am" is not a time/,
	],
	['an empty time', { hours: hours({ weekly: [{ ...monday, close: '' }] }) }, /A time is empty/],
	[
		'hours past midnight',
		{ hours: hours({ weekly: [{ ...monday, open: '22:00', close: '02:00' }] }) },
		/end before they start/,
	],
	[
		'overlapping periods',
		{ hours: hours({ weekly: [monday, { ...monday, open: '17:00', close: '20:00' }] }) },
		/overlap/,
	],
	[
		'three periods on one day',
		{
			hours: hours({
				weekly: ['08', '10', '12'].map((hour) => ({
					day: 'MONDAY',
					open: `${hour}:00`,
					close: `${hour}:30`,
				})),
			}),
		},
		/more than two periods/,
	],
	[
		'21 holidays',
		{
			hours: hours({
				holidays: Array.from({ length: 21 }, (_, day) => ({
					date: `2027-01-${String(day + 1).padStart(2, '0')}`,
					open: '10:00',
					close: '12:00',
				})),
			}),
		},
		/21 holidays/,
	],
	[
		'a holiday in words',
		{ hours: hours({ holidays: [{ date: 'Christmas', open: '10:00', close: '12:00' }] }) },
		/"Christmas" is not a date/,
	],
])('rejects %s', async (_, settings, message) => {
	await expect(sent(settings)).rejects.toThrow(message);
});

it('allows two periods that touch', async () => {
	expect(
		await sent({
			hours: hours({ weekly: [monday, { ...monday, open: '17:30', close: '20:00' }] }),
		}),
	).toHaveLength(1);
});
