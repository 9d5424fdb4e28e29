import type { SheetRequest } from '../../messages/context';

/** What a sheet of one kind is opened with, and how it closes. */
export interface SheetProps<Kind extends SheetRequest['kind']> {
	request: Extract<SheetRequest, { kind: Kind }>;
	onClose: () => void;
}
