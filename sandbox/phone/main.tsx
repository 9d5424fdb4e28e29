import { render } from 'preact';
import '@fontsource-variable/inter/wght.css';
import './styles/index.css';
import { App } from './app/App';
import { startRoute } from './state/route';
import { startSync } from './state/sync';
import { startTheme } from './state/theme';

startTheme();
startRoute();
startSync();
render(<App />, document.getElementById('root')!);
