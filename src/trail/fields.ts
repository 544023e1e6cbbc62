/** An object that JSON gave. */
export type RecordFields = Readonly<Record<string, unknown>>

/** Is it an object, and no list? */
export const isRecordFields = (value: unknown): value is RecordFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueUnder = (fields: RecordFields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : null)

/** The object under a name; an empty one where there is none. */
export function objectField(fields: RecordFields, name: string): RecordFields {
  const value = valueUnder(fields, name)
  return isRecordFields(value) ? value : {}
}

/** The text under a name; null where there is none or it is empty. */
export function textField(fields: RecordFields, name: string): string | null {
  const value = valueUnder(fields, name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** The truth value under a name, which tools write as a text too; null where there is none. */
export function flagField(fields: RecordFields, name: string): boolean | null {
  const value = valueUnder(fields, name)
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
}
