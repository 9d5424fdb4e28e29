/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type axe from 'axe-core';
import { readFileSync } from 'fs';
import type { JsonObject } from '../../sandbox/control/types';
import { FlowEndpoint } from '../sandbox/flowEndpoint';
import { footer, input, one, served } from '../sandbox/rules/flows';
import { usePhone } from './support/phone';

describe('flows on the phone', () => {
	const phone = usePhone();

	const sent = async (parameters: JsonObject): Promise<string> => {
		const message = await phone.business.send(phone.customer, {
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: 'A form' },
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_cta: 'Rate us',
						flow_token: 'tok',
						...parameters,
					},
				},
			},
		});
		return message.id;
	};
	const opened = async (parameters: JsonObject, query = '') => {
		const id = await sent(parameters);
		const page = await phone.open(phone.customer, query);
		await phone.message(id).getByRole('button', { name: 'Rate us' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.locator('form').waitFor();
		return { page, dialog };
	};
	const answer = async () => {
		const { content } = await phone.incoming('interactive');
		const { response_json: json } = (content as { nfm_reply: { response_json: string } }).nfm_reply;
		return JSON.parse(json) as JsonObject;
	};

	it('is filled in and sent with the mouse; what is missing is named', async () => {
		const { dialog } = await opened({ flow_id: '700000000000001' });
		await dialog.getByRole('button', { name: 'Send' }).click();
		await dialog.getByText('This is required').waitFor();
		await dialog.getByRole('radio', { name: 'Great' }).check();
		await dialog.getByLabel('Comment').fill('Good bread');
		await dialog.getByLabel('You may call me').check();
		await dialog.getByRole('button', { name: 'Send' }).click();
		expect(await answer()).toEqual({
			flow_token: 'tok',
			rating: 'great',
			comment: 'Good bread',
			contact: true,
		});
		await dialog.waitFor({ state: 'detached' });
	});

	it('is filled in with the keyboard alone, over two screens and back', async () => {
		const { page, dialog } = await opened({ flow_id: '700000000000002', mode: 'draft' });
		await dialog.getByLabel('Your name').focus();
		await page.keyboard.type('Ana');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Lem');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await dialog.getByText('Ana, a tasting of lemon').waitFor();
		expect(
			await page.evaluate(() => document.activeElement?.closest('[role=dialog]')),
		).toBeTruthy();
		await dialog.getByRole('button', { name: 'Back' }).press('Enter');
		expect(await dialog.getByLabel('Your name').inputValue()).toBe('Ana');
		await dialog.getByLabel('Your name').press('Enter');
		await dialog.getByRole('button', { name: 'Book' }).press('Enter');
		expect(await answer()).toMatchObject({ name: 'Ana', cake: 'lemon' });
	});

	it('shows loading, an error message, and the next screen of an endpoint', async () => {
		const endpoint = await FlowEndpoint.start(phone.sandbox.seed.appSecret);
		let turn = 0;
		endpoint.answer = () => {
			turn++;
			if (turn === 1)
				return { json: { screen: 'FIRST', data: { error_message: 'Too short' } }, delay: 300 };
			return { json: { screen: 'LAST', data: { name: 'Ana of the endpoint' } } };
		};
		await phone.sandbox.control.setFlowKey(endpoint.publicKey);
		const flow = served();
		flow.screens[0].layout.children[1] = footer({
			name: 'data_exchange',
			payload: { name: '${form.name}' },
		});
		const { id } = await phone.sandbox.control.addFlow({ json: flow, endpointUri: endpoint.url });
		const { dialog } = await opened({ flow_id: id });
		await dialog.getByLabel('Name').fill('A');
		await dialog.getByRole('button', { name: 'Send' }).click();
		await dialog.getByLabel('Loading').waitFor();
		await dialog.getByRole('alert').getByText('Too short').waitFor();
		expect(await dialog.getByLabel('Name').inputValue()).toBe('A');
		await dialog.getByRole('button', { name: 'Send' }).click();
		await dialog.getByText('Ana of the endpoint').waitFor();
		await endpoint.close();
	});

	it('opens from its preview link and follows every change of its JSON', async () => {
		const { control, phoneUrl } = phone.sandbox;
		const { id } = await control.addFlow({ json: one(input({ label: 'First' })), status: 'DRAFT' });
		await phone.page.goto(`${phoneUrl}?flow=${id}`);
		const dialog = phone.page.getByRole('dialog');
		await dialog.getByLabel('First').waitFor();
		await control.changeFlow(id, { json: one(input({ label: 'Second' })) });
		await dialog.getByLabel('Second').waitFor();
		await control.changeFlow(id, { json: one(input({ label: '' })) });
		await dialog.getByText(/The Flow JSON has errors. Line \d+/).waitFor();
		await control.changeFlow(id, { json: one(input({ label: 'Third' })) });
		await dialog.getByLabel('Third').waitFor();
	});

	it.each(['light', 'dark'])('has no axe violations (%s)', async (theme) => {
		const json = one(
			{ type: 'TextHeading', text: 'Order' },
			{ type: 'TextBody', text: 'Please **answer**', markdown: true },
			input({ required: true, 'helper-text': 'As on the doorbell' }),
			{ type: 'TextArea', name: 'note', label: 'Note' },
			{ type: 'Dropdown', name: 'size', label: 'Size', 'data-source': [{ id: 's', title: 'S' }] },
			{
				type: 'RadioButtonsGroup',
				name: 'way',
				label: 'Way',
				required: true,
				'data-source': [{ id: 's', title: 'S', description: 'x' }],
			},
			{
				type: 'CheckboxGroup',
				name: 'more',
				label: 'More',
				'data-source': [{ id: 's', title: 'S' }],
			},
			{
				type: 'ChipsSelector',
				name: 'chips',
				label: 'Chips',
				'data-source': [
					{ id: 's', title: 'S' },
					{ id: 't', title: 'T' },
				],
			},
			{ type: 'DatePicker', name: 'day', label: 'Day' },
			{
				type: 'CalendarPicker',
				name: 'stay',
				mode: 'range',
				label: { 'start-date': 'From', 'end-date': 'To' },
			},
			{ type: 'OptIn', name: 'ok', label: 'I agree', required: true },
			{ type: 'PhotoPicker', name: 'photo', label: 'Photo' },
		);
		const { id } = await phone.sandbox.control.addFlow({ json });
		const { page, dialog } = await opened({ flow_id: id }, `?theme=${theme}`);
		await dialog.getByRole('button', { name: 'Send' }).click();
		await dialog.getByText('This is required').first().waitFor();
		await page.waitForTimeout(400);
		await page.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
		const { violations } = await page.evaluate(
			async () => await (window as unknown as { axe: typeof axe }).axe.run(),
		);
		expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual(
			[],
		);
	});
});
