import type { SheetRequest } from '../../messages/context';

/** Properties of a sheet. */
export interface SheetProps<Kind extends SheetRequest['kind']> {
	request: Extract<SheetRequest, { kind: Kind }>;
	onClose: () => void;
}
