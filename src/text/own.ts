/** The row of a table that a name from outside asks for: none for names that every object has, such as "constructor". */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** Sets the row of a name from outside, which may be "__proto__", in a table that is being made. */
export function setOwn<Value>(table: Record<string, Value>, name: string, value: Value): void {
  Object.defineProperty(table, name, { value, writable: true, enumerable: true, configurable: true })
}
