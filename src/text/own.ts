/** The row of a table that a name from outside asks for: none for names that every object has, such as "constructor". */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
