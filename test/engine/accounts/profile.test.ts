import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, png, run } from './support';

const stage = withSandbox();

const update = async (changes: INodeParameters, photo?: ReturnType<typeof png>) =>
	await run(stage, 'businessProfile', 'update', { changes }, photo && { data: photo });

it('changes only the given fields and returns the updated profile', async () => {
	await update({ about: 'Fresh every day', email: 'hello@bakery.test', vertical: 'RESTAURANT' });
	const result = await update({
		description: 'Bread and cake',
		websites: ['https://bakery.test', 'https://shop.bakery.test'],
	});
	expect(result.json()).toMatchObject([
		{
			about: 'Fresh every day',
			email: 'hello@bakery.test',
			description: 'Bread and cake',
			websites: ['https://bakery.test', 'https://shop.bakery.test'],
			vertical: 'RESTAURANT',
			industry: 'Restaurant',
		},
	]);
	expect(await output(stage, 'businessProfile', 'get')).toEqual(result.json());
});

it('removes what can be removed', async () => {
	await update({ address: '1 Baker Street' });
	expect((await update({ address: '' })).json()).toMatchObject([{ address: '' }]);
});

it('uploads a square photo and sets it', async () => {
	const result = await update({ photo: 'data' }, png(640, 640));
	expect(result.error).toBeUndefined();
	expect(result.json()[0].profilePictureUrl).toMatch(/profile-picture/);
});

it.each<[string, INodeParameters, RegExp, RegExp]>([
	['an email without @', { email: 'bakery' }, /"bakery" is not an email address/, /Email/],
	[
		'three websites',
		{ websites: ['https://a.test', 'https://b.test', 'https://c.test'] },
		/at most 2/,
		/Websites/,
	],
	['a website without scheme', { websites: ['www.bakery.test'] }, /not a web address/, /Websites/],
	['an empty about', { about: '' }, /About is empty/, /About/],
	['an about of 140 characters', { about: 'x'.repeat(140) }, /140 characters.*139/, /About/],
	['a removed industry', { vertical: '' }, /industry cannot be removed/, /Industry/],
	['no change at all', {}, /No change/, /Changes/],
])('rejects %s and sends nothing', async (_what, changes, words, parameter) => {
	const { error } = await update(changes);
	expect(error?.message).toMatch(words);
	expect(error?.message).toMatch(parameter);
	expect(error?.message).toContain('[item 0]');
	expect(await stage.control.requests()).toHaveLength(0);
});

it.each<[string, ReturnType<typeof png>, RegExp]>([
	['is not square', png(640, 480), /640 × 480 pixels.*square/],
	['is too small', png(100, 100), /at least 192/],
	[
		'is no image',
		{ data: Buffer.from('hello').toString('base64'), mimeType: 'image/png' },
		/not a JPEG or PNG/,
	],
])('rejects a photo that %s', async (_what, photo, words) => {
	const { error } = await update({ photo: 'data' }, photo);
	expect(error?.message).toMatch(words);
	expect(await stage.control.requests()).toHaveLength(0);
});
