import {
  type APIButtonComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { schemeFaults } from './embedFaults.ts';
import { type FieldFault, fault } from './FieldFault.ts';

/** Any component, with what it may hold. */
export type AnyComponent = {
  type: ComponentType;
  id?: number;
  custom_id?: string;
  content?: string;
  components?: AnyComponent[];
  component?: AnyComponent;
  accessory?: AnyComponent;
};

export type PlacedComponent = { component: AnyComponent; path: (string | number)[] };

const MAX_ROWS = 5;
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;

/** Every component of a message or modal, depth first, with where it stands. */
export function everyComponent(
  components: readonly AnyComponent[],
  path: (string | number)[] = ['components'],
): PlacedComponent[] {
  return components.flatMap((component, index) => {
    const at = [...path, index];
    return [
      { component, path: at },
      ...everyComponent(component.components ?? [], [...at, 'components']),
      ...one(component.accessory, [...at, 'accessory']),
      ...one(component.component, [...at, 'component']),
    ];
  });
}

function one(component: AnyComponent | undefined, path: (string | number)[]): PlacedComponent[] {
  return component ? [{ component, path }] : [];
}

/** The rules for a message's components that Discord's description does not hold (components/reference). */
export function componentFaults(components: readonly unknown[], v2: boolean): FieldFault[] {
  const top = components as readonly AnyComponent[];
  const all = everyComponent(top);
  return [
    ...(v2 ? v2Faults(all) : legacyFaults(top)),
    ...duplicateIdFaults(all),
    ...all.flatMap(({ component, path }) => {
      if (component.type === ComponentType.ActionRow) return rowFaults(component, path);
      if (component.type === ComponentType.Button) return buttonFaults(component as APIButtonComponent, path);
      if (component.type === ComponentType.StringSelect)
        return selectFaults(component as APIStringSelectComponent, path);
      return [];
    }),
  ];
}

/** No two components of a message or modal may have one custom id. */
export function duplicateIdFaults(all: readonly PlacedComponent[]): FieldFault[] {
  const seen = new Set<string>();
  return all.flatMap(({ component: { custom_id }, path }) => {
    if (custom_id === undefined || !seen.has(custom_id)) {
      if (custom_id !== undefined) seen.add(custom_id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function legacyFaults(top: readonly AnyComponent[]): FieldFault[] {
  return [
    ...(top.length > MAX_ROWS ? [fault.badLength(['components'], 1, MAX_ROWS)] : []),
    ...top.flatMap((component, index) =>
      component.type === ComponentType.ActionRow
        ? []
        : [
            {
              path: ['components', index],
              code: 'UNION_TYPE_CHOICES',
              message: 'Value of field "type" must be one of (1,).',
            },
          ],
    ),
  ];
}

function v2Faults(all: readonly PlacedComponent[]): FieldFault[] {
  const text = all.reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0);
  return [
    ...(all.length > MAX_COMPONENTS ? [fault.badLength(['components'], 1, MAX_COMPONENTS)] : []),
    ...(text > MAX_TEXT
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: `The total size of displayable text in components exceeds the max of ${MAX_TEXT}`,
          },
        ]
      : []),
  ];
}

function rowFaults(row: AnyComponent, path: (string | number)[]): FieldFault[] {
  const held = row.components ?? [];
  const full = held.length > 1 && held.some((each) => each.type !== ComponentType.Button);
  const message = 'The specified component exceeds the maximum width';
  return full ? [{ path: [...path, 'components', 1], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }] : [];
}

function buttonFaults(button: APIButtonComponent, path: (string | number)[]): FieldFault[] {
  if (button.style === ButtonStyle.Premium) return [];
  const unlabelled = !button.label?.trim() && !button.emoji;
  const labelFaults = unlabelled ? [fault.required([...path, 'label'])] : [];
  if (button.style !== ButtonStyle.Link) {
    return [...labelFaults, ...(button.custom_id ? [] : [fault.required([...path, 'custom_id'])])];
  }
  if (!button.url) return [...labelFaults, fault.required([...path, 'url'])];
  return [...labelFaults, ...schemeFaults([...path, 'url'], button.url, ['http', 'https', 'discord'])];
}

function selectFaults(select: APIStringSelectComponent, path: (string | number)[]): FieldFault[] {
  const { options } = select;
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  const values = options.map((option) => option.value);
  const chosen = options.filter((option) => option.default).length;
  return [
    ...options.flatMap((option, index) =>
      (['label', 'value'] as const)
        .filter((part) => !option[part]?.trim())
        .map((part) => fault.required([...path, 'options', index, part])),
    ),
    ...values.flatMap((value, index) =>
      values.indexOf(value) === index
        ? []
        : [
            {
              path: [...path, 'options', index, 'value'],
              code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
              message: 'The specified option value is already used',
            },
          ],
    ),
    ...(min > max || max > options.length || chosen > max
      ? [
          {
            path: [...path, chosen > max ? 'options' : 'max_values'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between ${Math.max(min, 1)} and ${options.length} in length.`,
          },
        ]
      : []),
  ];
}
