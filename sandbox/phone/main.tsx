import { render } from 'preact';
import '@fontsource-variable/inter/wght.css';
import './styles/index.css';
import { App } from './app/App';
import { Preview } from './preview/Preview';
import { isPreview } from './preview/read';
import { openPreview, startRoute } from './state/route';
import { startSync } from './state/sync';
import { startTheme } from './state/theme';

const root = document.getElementById('root')!;
startTheme();
if (isPreview(location.hash)) {
	const draw = () => render(<Preview hash={location.hash} />, root);
	addEventListener('hashchange', draw);
	draw();
} else {
	startRoute();
	startSync();
	render(<App />, root);
	void openPreview();
}
