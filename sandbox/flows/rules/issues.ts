import type { Path, PositionedJson, Range } from './positions';

/** An entry of `validation_errors`, as the Flows API returns it. */
export interface ValidationError extends Range {
	/** `INVALID_PROPERTY_VALUE`, `INVALID_ROUTING_MODEL`, … */
	error: string;
	error_type: string;
	message: string;
	pointers: Array<Range & { path: string }>;
}

/** `screens[0].layout.children[2]` */
export function written(path: Path): string {
	return path.reduce<string>(
		(text, part) =>
			typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`,
		'',
	);
}

/** Collects the findings of the rules, with their places. */
export class Issues {
	readonly all: ValidationError[] = [];

	constructor(private readonly json: PositionedJson) {}

	/** A value that is wrong. With `others`, further places of the same finding. */
	value(error: string, message: string, path: Path, ...others: Path[]): void {
		this.add(
			error,
			message,
			[path, ...others].map((one) => ({ ...this.json.valueAt(one), path: written(one) })),
		);
	}

	/** A key that does not belong there. */
	key(error: string, message: string, path: Path): void {
		this.add(error, message, [{ ...this.json.keyAt(path), path: written(path) }]);
	}

	private add(error: string, message: string, pointers: ValidationError['pointers']): void {
		const { path, ...range } = pointers[0];
		void path;
		this.all.push({ error, error_type: 'FLOW_JSON_ERROR', message, ...range, pointers });
	}
}
