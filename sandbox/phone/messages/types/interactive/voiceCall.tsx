import { Phone } from 'lucide';
import { textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function VoiceCall() {
	const { content } = useMessage();
	const { call } = useActions();
	const payload = textAt(content, 'action', 'parameters', 'payload');
	const label = textAt(content, 'action', 'parameters', 'display_text') || 'Call now';
	return <Frame rows={<Row icon={Phone} label={label} onClick={() => call(payload)} />} />;
}
