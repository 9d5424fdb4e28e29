/** 1 to 3 when a text is nothing but that many emoji (WhatsApp draws them large), else 0. */
export function emojiCount(text: string): number {
	const trimmed = text.trim();
	if (trimmed.length === 0 || trimmed.length > 60) return 0;
	const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(trimmed)];
	const all = graphemes.every(({ segment }) =>
		/\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u20e3/u.test(segment),
	);
	return all && graphemes.length <= 3 ? graphemes.length : 0;
}

/** Quick reactions, in WhatsApp's order. */
export const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Emoji of the composer. */
export const EMOJI = [
	...'😀😃😄😁😅😂🤣😊😇🙂😉😍🥰😘😋😎🤩🥳🤔🤨😐🙄😏😮😢😭😤😡🤯😱🥶😴🤒🤝👍👎👏🙌🙏👌🤞💪👋🫶🔥✨🎉🎁🎂🥐🍞🍕🍎☕🍺⚽🚗🚚📦📍📞💬💡💰💳🧾📅⏰✅❌❓❗💯🌟🌈🐶🐱',
	'❤️',
];
