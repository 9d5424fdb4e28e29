import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'sandbox-phone-theme';
const isTheme = (value: string | null): value is Theme =>
	value === 'light' || value === 'dark' || value === 'system';

const asked = new URLSearchParams(location.search).get('theme');
const kept = localStorage.getItem(KEY);
/** Light, dark, or as the system says. `?theme=dark` in the address wins over what was chosen last. */
export const theme = signal<Theme>(isTheme(asked) ? asked : isTheme(kept) ? kept : 'system');

export function chooseTheme(next: Theme) {
	theme.value = next;
	localStorage.setItem(KEY, next);
}

/** Keeps the page's colors like {@link theme} and the system's setting. */
export function startTheme() {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const apply = () => {
		const isDark = theme.value === 'dark' || (theme.value === 'system' && dark.matches);
		document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
	};
	dark.addEventListener('change', apply);
	effect(apply);
}
