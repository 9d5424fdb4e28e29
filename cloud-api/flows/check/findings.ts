import type { FlowFinding } from '../finding';
import type { Lines } from '../json/lines';

/** Where a finding is: its path, and the offsets of its text. */
export interface Place {
	path: string;
	start: number;
	end: number;
}

/** Collects what is wrong; {@link list} returns it in the order of the text. */
export class Findings {
	private readonly found: Array<{ start: number; finding: FlowFinding }> = [];

	constructor(private readonly lines: Lines) {}

	/** Adds something that Meta rejects. */
	error(code: string, place: Place, message: string): void {
		this.add('error', code, place, message);
	}

	/** Adds something that Meta decides, or that works differently from what it says. */
	warning(code: string, place: Place, message: string): void {
		this.add('warning', code, place, message);
	}

	/** The findings in the order of the text. */
	list(): FlowFinding[] {
		return [...this.found]
			.sort((one, other) => one.start - other.start)
			.map(({ finding }) => finding);
	}

	private add(
		severity: FlowFinding['severity'],
		code: string,
		{ path, start, end }: Place,
		message: string,
	): void {
		const from = this.lines.at(start);
		const to = this.lines.at(Math.max(start, end - 1));
		this.found.push({
			start,
			finding: {
				code,
				message,
				path,
				line: from.line,
				column: from.column,
				lineEnd: to.line,
				columnEnd: to.column + 1,
				severity,
			},
		});
	}
}
