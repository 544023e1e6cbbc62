/** An object of JSON from outside: its fields may hold anything. */
export type Fields = Readonly<Record<string, unknown>>

/** Is it an object with fields, and no list? */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a value; none where it is no object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** A text, or an empty one in the place of anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A list, or an empty one in the place of anything else. */
export const itemsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : []

/** The texts of a value: of a list, or the one that it is. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? itemsIn(value) : [value]).filter((one) => typeof one === 'string')

const valueUnder = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : null)

/** The object under a name; an empty one where there is none. */
export const objectField = (fields: Fields, name: string): Fields => fieldsOf(valueUnder(fields, name))

/** The text under a name; null where there is none or it is empty. */
export const textField = (fields: Fields, name: string): string | null => textOf(valueUnder(fields, name)) || null

/** The truth value under a name, which tools write as a text too; null where there is none. */
export function flagField(fields: Fields, name: string): boolean | null {
  const value = valueUnder(fields, name)
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
}
