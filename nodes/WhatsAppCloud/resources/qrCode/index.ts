import type { Resource } from '../../runtime/operation';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const qrCode: Resource = {
	name: 'QR Code',
	value: 'qrCode',
	operations: [create, getMany, get, update, deleteOne],
};
