import { INPUTS } from '../play/flowJson';
import type { Issues } from './issues';
import type { Path } from './positions';

export type Raw = Record<string, unknown>;

/** The type of a value, as in a data model. */
export type DataType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** A component with its place. */
export interface Placed {
	type: string;
	raw: Raw;
	path: Path;
	/** Inside a Form. */
	inForm: boolean;
	/** How many `If` components it is in. */
	ifDepth: number;
	/** Inside an `If` or a `Switch`. */
	conditional: boolean;
}

export interface ScreenModel {
	id: string;
	raw: Raw;
	path: Path;
	terminal: boolean;
	/** Types of the data model, by name. */
	data: Map<string, DataModel>;
	/** Inputs by name. */
	inputs: Map<string, Placed>;
	components: Placed[];
}

export interface DataModel {
	type: DataType | undefined;
	raw: Raw;
}

/** A Flow JSON while it is checked. */
export interface FlowModel {
	raw: Raw;
	/** 73 for 7.3. */
	version: number;
	/** With a data endpoint (`data_api_version`). */
	endpoint: boolean;
	screens: ScreenModel[];
	issues: Issues;
}

export const isRaw = (value: unknown): value is Raw =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** The type of the value that an input has in `${form.…}`; a number field fits text and number. */
export function typesOfInput({ type, raw }: Placed): DataType[] {
	switch (type) {
		case 'CheckboxGroup':
		case 'ChipsSelector':
		case 'PhotoPicker':
		case 'DocumentPicker':
			return ['array'];
		case 'OptIn':
			return ['boolean'];
		case 'CalendarPicker':
			return raw.mode === 'range'
				? ['object']
				: raw.mode === undefined || raw.mode === 'single'
					? ['string']
					: ['string', 'object'];
		case 'TextInput':
			return raw['input-type'] === 'number' ? ['string', 'number'] : ['string'];
		default:
			return ['string'];
	}
}

/** Collects screens and components, as far as the shape of the JSON allows it. */
export function modelOf(raw: Raw, version: number, issues: Issues): FlowModel {
	const screens = (Array.isArray(raw.screens) ? raw.screens : []).flatMap(
		(screen: unknown, index): ScreenModel[] =>
			isRaw(screen) && typeof screen.id === 'string'
				? [screenModel(screen, screen.id, ['screens', index])]
				: [],
	);
	return { raw, version, endpoint: raw.data_api_version !== undefined, screens, issues };
}

function screenModel(raw: Raw, id: string, path: Path): ScreenModel {
	const components: Placed[] = [];
	const layout = isRaw(raw.layout) ? raw.layout : {};
	collect(layout.children, [...path, 'layout', 'children'], components, {
		inForm: false,
		ifDepth: 0,
		conditional: false,
	});
	const data = new Map<string, DataModel>();
	for (const [name, model] of Object.entries(isRaw(raw.data) ? raw.data : {})) {
		if (isRaw(model)) data.set(name, { type: model.type as DataType | undefined, raw: model });
	}
	const inputs = new Map<string, Placed>();
	for (const component of components) {
		const { name } = component.raw;
		if (INPUTS.has(component.type) && typeof name === 'string') inputs.set(name, component);
	}
	return { id, raw, path, terminal: raw.terminal === true, data, inputs, components };
}

type Place = Pick<Placed, 'inForm' | 'ifDepth' | 'conditional'>;

function collect(children: unknown, path: Path, found: Placed[], place: Place): void {
	if (!Array.isArray(children)) return;
	for (const [index, raw] of (children as unknown[]).entries()) {
		if (!isRaw(raw) || typeof raw.type !== 'string') continue;
		const own = [...path, index];
		found.push({ type: raw.type, raw, path: own, ...place });
		if (raw.type === 'Form') {
			collect(raw.children, [...own, 'children'], found, { ...place, inForm: true });
		} else if (raw.type === 'If') {
			const inside = { ...place, conditional: true, ifDepth: place.ifDepth + 1 };
			collect(raw.then, [...own, 'then'], found, inside);
			collect(raw.else, [...own, 'else'], found, inside);
		} else if (raw.type === 'Switch' && isRaw(raw.cases)) {
			for (const [name, branch] of Object.entries(raw.cases)) {
				collect(branch, [...own, 'cases', name], found, { ...place, conditional: true });
			}
		}
	}
}
