import { BatteryMedium, SignalHigh, Wifi, WifiOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon';
import { clock } from '../parts/time';
import { activeChat, now } from '../state/store';

/** The phone around the chat: a frame with a status bar on large screens, nothing on small ones. */
export function Phone({ children }: { children: ComponentChildren }) {
	const online = activeChat.value?.customer.online ?? true;
	return (
		<div class="phone">
			<div class="phone__screen">
				<div class="phone__bar" aria-hidden="true">
					<span>{clock(now.value)}</span>
					<span class="phone__camera" />
					<span class="phone__signs">
						{online && <Icon icon={SignalHigh} size={15} />}
						<Icon icon={online ? Wifi : WifiOff} size={15} />
						<Icon icon={BatteryMedium} size={18} />
					</span>
				</div>
				{children}
			</div>
		</div>
	);
}
