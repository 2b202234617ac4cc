/** What is wrong with one field of a body, in Discord's codes (reference, "Error Messages"). */
export type FieldFault = { path: readonly (string | number)[]; code: string; message: string };

/** Faults as Discord nests them: `{ embeds: { 0: { title: { _errors: [{ code, message }] } } } }`. */
export function nestedFaults(faults: readonly FieldFault[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node._errors = [...((node._errors as object[] | undefined) ?? []), { code, message }];
  }
  return root;
}

/** The commonest faults, in Discord's words. */
export const fault = {
  required: (path: FieldFault['path']): FieldFault => ({
    path,
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  }),
  tooLong: (path: FieldFault['path'], max: number | bigint): FieldFault => ({
    path,
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${max} or fewer in length.`,
  }),
  tooShort: (path: FieldFault['path'], min: number | bigint): FieldFault => ({
    path,
    code: 'BASE_TYPE_MIN_LENGTH',
    message: `Must be ${min} or more in length.`,
  }),
  badLength: (path: FieldFault['path'], min: number, max: number): FieldFault => ({
    path,
    code: 'BASE_TYPE_BAD_LENGTH',
    message: `Must be between ${min} and ${max} in length.`,
  }),
  notAChoice: (path: FieldFault['path'], choices: readonly unknown[]): FieldFault => ({
    path,
    code: 'BASE_TYPE_CHOICES',
    message: `Value must be one of (${choices.map((choice) => JSON.stringify(choice)).join(', ')}).`,
  }),
};
