import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FlowSessionView, FlowStep, FlowValue } from '../../control/types';
import { fieldProblem, optionsOf } from '../../flows/play/fields';
import type { FlowComponent, FlowScreen as Screen } from '../../flows/play/flowJson';
import { isInput, shownComponents, type ShownComponent } from '../../flows/play/screen';
import { Choices, Chips, Dropdown, OptIn } from './ChoiceFields';
import {
	EmbeddedLink,
	FlowImage,
	FlowText,
	Footer,
	ImageCarousel,
	NavigationList,
} from './DisplayParts';
import { idsOf } from './FieldFrame';
import { ScreenContext, type ScreenActions } from './fieldContext';
import { Picker } from './Picker';
import { DateField, TextArea, TextInput } from './TextFields';

type Values = Record<string, unknown>;

function Component({ shown: { key, component } }: { shown: ShownComponent }) {
	switch (component.type) {
		case 'TextInput':
			return <TextInput fieldKey={key} component={component} />;
		case 'TextArea':
			return <TextArea fieldKey={key} component={component} />;
		case 'DatePicker':
		case 'CalendarPicker':
			return <DateField fieldKey={key} component={component} />;
		case 'Dropdown':
			return <Dropdown fieldKey={key} component={component} />;
		case 'RadioButtonsGroup':
		case 'CheckboxGroup':
			return <Choices fieldKey={key} component={component} />;
		case 'ChipsSelector':
			return <Chips fieldKey={key} component={component} />;
		case 'OptIn':
			return <OptIn fieldKey={key} component={component} />;
		case 'PhotoPicker':
		case 'DocumentPicker':
			return <Picker fieldKey={key} component={component} />;
		case 'Image':
			return <FlowImage component={component} />;
		case 'ImageCarousel':
			return <ImageCarousel component={component} />;
		case 'EmbeddedLink':
			return <EmbeddedLink component={component} />;
		case 'NavigationList':
			return <NavigationList component={component} />;
		default:
			return <FlowText component={component} />;
	}
}

/** Whether a change of an input runs an action. */
function reacts(component: FlowComponent): boolean {
	const has = (part: { [key: string]: unknown }) =>
		part['on-select-action'] !== undefined || part['on-unselect-action'] !== undefined;
	return has(component) || optionsOf(component).some((option) => has({ ...option }));
}

/** The current screen of an opened flow, as a real form. */
export function FlowScreen(props: {
	session: FlowSessionView;
	busy: boolean;
	onStep: (step: FlowStep) => void;
}) {
	const { session, busy, onStep } = props;
	const screen = session.screen as unknown as Screen;
	const [values, setValues] = useState<Values>(() => ({ ...session.forms[screen.id] }));
	const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
	const [checked, setChecked] = useState(false);
	const body = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// The button that led here is gone: the keyboard goes on with the new screen.
		if (document.activeElement === document.body) body.current?.focus();
	}, []);
	useEffect(() => {
		setValues((old) => ({ ...old, ...session.forms[screen.id] }));
		setChanged(new Set());
	}, [session]);
	const shown = useMemo(
		() =>
			shownComponents(screen, {
				data: session.data,
				forms: { ...session.forms, [screen.id]: values },
			}),
		[screen, session, values],
	);
	const problemOf = (component: FlowComponent): string | undefined => {
		const name = component.name ?? '';
		const problem = checked ? fieldProblem(component, values[name]) : undefined;
		const told = component['error-message'];
		// What the endpoint says about a value stands until the value changes.
		if (problem || changed.has(name) || !told) return problem;
		return typeof told === 'string' ? told : Object.values(told).map(String).join(' ');
	};
	const send = (step: Omit<FlowStep, 'values'>, now: Values = values) => {
		const names = new Set(
			shown.flatMap(({ component }) => (isInput(component) ? [component.name ?? ''] : [])),
		);
		const own = Object.entries(now).filter(([name]) => names.has(name));
		onStep({ ...step, values: Object.fromEntries(own) as Record<string, FlowValue> });
	};
	const actions: ScreenActions = {
		valueOf: (name) => values[name],
		problemOf,
		change: (component, value) => {
			const name = component.name ?? '';
			const next = { ...values, [name]: value };
			setValues(next);
			setChanged(new Set(changed).add(name));
			if (reacts(component)) send({ do: 'select', target: name }, next);
		},
		tap: (target) => send({ do: 'tap', target }),
		busy,
	};
	const submit = () => {
		setChecked(true);
		const wrong = shown.find(
			({ component }) =>
				isInput(component) && fieldProblem(component, values[component.name ?? '']) !== undefined,
		);
		if (!wrong) return send({ do: 'submit' });
		const field = document.getElementById(idsOf(wrong.key).input);
		field?.focus();
		field?.scrollIntoView({ block: 'center' });
	};
	const footer = shown.find(({ component }) => component.type === 'Footer');
	return (
		<ScreenContext.Provider value={actions}>
			<form
				class="flow-screen"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					if (footer && !busy) submit();
				}}
			>
				<div class="flow-screen__body" tabIndex={-1} ref={body}>
					{shown
						.filter(({ component }) => component.type !== 'Footer')
						.map((one) => (
							<Component key={one.key} shown={one} />
						))}
				</div>
				{footer && <Footer component={footer.component} busy={busy} />}
				<p class="flow-managed">Managed by {session.business}</p>
			</form>
		</ScreenContext.Provider>
	);
}
