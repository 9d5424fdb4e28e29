import { InvalidInputError } from '../../errors/cloudApiError';

/** One thing that Meta would reject. */
export interface Problem {
	/** Path in the definition, e.g. `body`, `buttons[2].url`, `cards[0].header`. */
	field: string;
	/** What is wrong, one sentence without a period. */
	message: string;
	/** How to fix it. */
	fix: string;
}

/** Collects problems, so that one error reports all of them. */
export class Problems {
	readonly list: Problem[] = [];

	add(field: string, message: string, fix: string): void {
		this.list.push({ field, message, fix });
	}

	/** Adds a problem if the condition is true. */
	when(condition: boolean, field: string, message: string, fix: string): void {
		if (condition) this.add(field, message, fix);
	}

	/**
	 * Returns one InvalidInputError with all problems, or undefined if there are none. The error of several
	 * problems has the field `template`.
	 */
	toError(subject: string): InvalidInputError | undefined {
		const [first, ...others] = this.list;
		if (!first) return undefined;
		if (others.length === 0) return new InvalidInputError(first.field, first.message, first.fix);
		return new InvalidInputError(
			'template',
			`${subject} for ${this.list.length} reasons: ${this.list.map(({ message }, index) => `(${index + 1}) ${message}`).join('; ')}`,
			this.list.map(({ fix }, index) => `(${index + 1}) ${fix}`).join('\n'),
		);
	}

	/** Throws {@link toError} if there are problems. */
	throwAny(subject: string): void {
		const error = this.toError(subject);
		if (error) throw error;
	}
}
