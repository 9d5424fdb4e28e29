import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'sandbox-phone-theme';
const isTheme = (value: string | null): value is Theme =>
	value === 'light' || value === 'dark' || value === 'system';

const asked = new URLSearchParams(location.search).get('theme');
const kept = localStorage.getItem(KEY);
/** Light, dark, or the system setting. `?theme=dark` in the address overrides the last choice. */
export const theme = signal<Theme>(isTheme(asked) ? asked : isTheme(kept) ? kept : 'system');

export function chooseTheme(next: Theme) {
	theme.value = next;
	localStorage.setItem(KEY, next);
}

/** Applies {@link theme} and the system setting to the page. */
export function startTheme() {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const apply = () => {
		const isDark = theme.value === 'dark' || (theme.value === 'system' && dark.matches);
		document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
	};
	dark.addEventListener('change', apply);
	effect(apply);
}
