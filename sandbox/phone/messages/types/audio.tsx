import { Mic, Music, Pause, Play } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { MediaView } from '../../../control/types';
import { at } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { Bubble } from '../Bubble';
import { useActions, useMessage } from '../context';
import { usePlayable } from '../playable';

const BARS = 34;

/** Heights of a drawn waveform, 0 to 1, always the same for the same file. */
function wave(seed: string): number[] {
	let state = [...seed].reduce((sum, char) => (sum * 33 + char.charCodeAt(0)) % 65521, 5381);
	return Array.from({ length: BARS }, (_, bar) => {
		state = (state * 171 + 11213) % 53125;
		const swell = 0.45 + 0.55 * Math.abs(Math.sin((bar / BARS) * Math.PI * 3 + (state % 7)));
		return 0.18 + 0.82 * swell * (state / 53125);
	});
}

const minutes = (seconds: number) =>
	`${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** The player of a voice message or an audio file. */
function Player({ media, voice }: { media: MediaView; voice: boolean }) {
	const { enabled, notice } = useActions();
	const audio = useRef<HTMLAudioElement>(null);
	const [playing, setPlaying] = useState(false);
	const [position, setPosition] = useState(0);
	const [length, setLength] = useState(0);
	const toggle = () => {
		if (!audio.current || !enabled) return;
		if (playing) audio.current.pause();
		else audio.current.play().catch(() => notice('This browser cannot play the audio'));
	};
	const played = length > 0 ? position / length : 0;
	return (
		<div class="audio">
			<button
				type="button"
				class="round audio__play"
				onClick={toggle}
				aria-label={playing ? 'Pause' : voice ? 'Play voice message' : 'Play audio'}
			>
				<Icon icon={playing ? Pause : Play} size={22} />
			</button>
			<div class="audio__track">
				<div class="audio__wave" aria-hidden="true">
					{wave(media.id).map((height, bar) => (
						<i
							class={bar / BARS < played ? 'played' : ''}
							style={{ height: `${Math.round(height * 100)}%` }}
						/>
					))}
				</div>
				<small>
					{length > 0
						? minutes(playing || position > 0 ? position : length)
						: media.mimeType.replace(/;.*/, '')}
				</small>
			</div>
			<span class={`audio__sign audio__sign--${voice ? 'voice' : 'song'}`}>
				<Icon icon={voice ? Mic : Music} size={18} />
			</span>
			<audio
				ref={audio}
				src={usePlayable(media)}
				preload="metadata"
				onLoadedMetadata={(event) =>
					Number.isFinite(event.currentTarget.duration) && setLength(event.currentTarget.duration)
				}
				onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
				onPlay={() => setPlaying(true)}
				onPause={() => setPlaying(false)}
				onEnded={() => setPosition(0)}
			/>
		</div>
	);
}

export function Audio() {
	const { content, media } = useMessage();
	const file = media[''];
	const voice = file?.voice === true || at(content, 'voice') === true;
	return (
		<Bubble wide>
			{file ? <Player media={file} voice={voice} /> : <p class="hint">Audio not found</p>}
		</Bubble>
	);
}
