import { ChevronRight } from 'lucide';
import type { FlowComponent } from '../../flows/play/flowJson';
import { Icon } from '../parts/Icon';
import { textOf, useScreen } from './fieldContext';
import { Markdown } from './Markdown';
import { sourceOf } from './pictures';

/** TextHeading, TextSubheading, TextBody, TextCaption, RichText */
export function FlowText({ component }: { component: FlowComponent }) {
	const { type, text } = component;
	const value = Array.isArray(text) ? (text as string[]) : textOf(component, 'text');
	if (type === 'TextHeading') return <h3 class="flow-heading">{value}</h3>;
	if (type === 'TextSubheading') return <h4 class="flow-subheading">{value}</h4>;
	if (type === 'RichText') return <Markdown text={value} />;
	const weight = textOf(component, 'font-weight');
	const style = {
		fontWeight: weight.startsWith('bold') ? 650 : undefined,
		fontStyle: weight.endsWith('italic') ? 'italic' : undefined,
		textDecoration: component.strikethrough === true ? 'line-through' : undefined,
	};
	const name = type === 'TextCaption' ? 'flow-text flow-text--caption' : 'flow-text';
	if (component.markdown === true) {
		return (
			<div class={name} style={style}>
				<Markdown text={value} />
			</div>
		);
	}
	return (
		<p class={name} style={style} dir="auto">
			{Array.isArray(value) ? value.join('\n') : value}
		</p>
	);
}

/** EmbeddedLink */
export function EmbeddedLink({ component }: { component: FlowComponent }) {
	const { tap, busy } = useScreen();
	const text = textOf(component, 'text');
	return (
		<button type="button" class="flow-link" disabled={busy} onClick={() => tap(text)}>
			{text}
		</button>
	);
}

/** Image */
export function FlowImage({ component }: { component: FlowComponent }) {
	const height = Number(component.height);
	const cover = component['scale-type'] === 'cover';
	return (
		<img
			class="flow-image"
			src={sourceOf(textOf(component, 'src'))}
			alt={textOf(component, 'alt-text')}
			style={{
				objectFit: cover ? 'cover' : 'contain',
				height: height > 0 ? `${height}px` : undefined,
				aspectRatio: height > 0 ? undefined : textOf(component, 'aspect-ratio') || undefined,
			}}
		/>
	);
}

/** ImageCarousel */
export function ImageCarousel({ component }: { component: FlowComponent }) {
	const images = (component.images ?? []) as Array<{ src: string; 'alt-text': string }>;
	const ratio = textOf(component, 'aspect-ratio') || '4:3';
	return (
		<div class="flow-carousel" tabIndex={0} role="group" aria-label="Pictures">
			{images.map((image, at) => (
				<img
					key={at}
					src={sourceOf(image.src)}
					alt={image['alt-text']}
					style={{
						aspectRatio: ratio.replace(':', ' / '),
						objectFit: component['scale-type'] === 'cover' ? 'cover' : 'contain',
					}}
				/>
			))}
		</div>
	);
}

interface ListItem {
	id: string;
	'main-content': { title: string; description?: string; metadata?: string };
	end?: { title?: string; description?: string; metadata?: string };
	start?: { image: string; 'alt-text'?: string };
	badge?: string;
	tags?: string[];
}

/** NavigationList */
export function NavigationList({ component }: { component: FlowComponent }) {
	const { tap, busy } = useScreen();
	const items = (component['list-items'] ?? []) as ListItem[];
	const large = component['media-size'] === 'large';
	return (
		<div class="flow-group">
			{textOf(component, 'label') && (
				<h3 class="flow-label flow-label--large">{textOf(component, 'label')}</h3>
			)}
			{textOf(component, 'description') && <p class="hint">{textOf(component, 'description')}</p>}
			<ul class="flow-list">
				{items.map(({ id, start, end, badge, tags, 'main-content': main }) => (
					<li key={id}>
						<button type="button" class="flow-item" disabled={busy} onClick={() => tap(id)}>
							{start && (
								<img
									class={`flow-option__picture ${large ? 'flow-option__picture--large' : ''}`}
									src={sourceOf(start.image)}
									alt={start['alt-text'] ?? ''}
								/>
							)}
							<span class="flow-option__text">
								<span>
									{main.title} {badge && <span class="flow-badge">{badge}</span>}
								</span>
								{main.description && <small>{main.description}</small>}
								{main.metadata && <small class="flow-option__meta">{main.metadata}</small>}
								{tags && <small class="flow-option__meta">{tags.join(' · ')}</small>}
							</span>
							{end && (
								<span class="flow-item__end">
									{end.title && <span>{end.title}</span>}
									{end.description && <small>{end.description}</small>}
									{end.metadata && <small class="flow-option__meta">{end.metadata}</small>}
								</span>
							)}
							<Icon icon={ChevronRight} size={18} />
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}

/** Footer: captions and the button that goes on. */
export function Footer({ component, busy }: { component: FlowComponent; busy: boolean }) {
	const captions = ['left-caption', 'center-caption', 'right-caption'].filter((name) =>
		textOf(component, name),
	);
	return (
		<footer class="flow-footer">
			{captions.length > 0 && (
				<div class={`flow-captions flow-captions--${captions.length}`}>
					{captions.map((name) => (
						<span key={name}>{textOf(component, name)}</span>
					))}
				</div>
			)}
			<button
				type="submit"
				class="primary"
				disabled={busy || component.enabled === false}
				aria-busy={busy}
			>
				{busy ? <span class="flow-spinner" aria-label="Loading" /> : textOf(component, 'label')}
			</button>
		</footer>
	);
}
