/** A value as a text of SQL. A quote in it is doubled, which is all that the standard knows to escape. */
export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Values in brackets, for IN. */
export const sqlList = (values: readonly string[]): string => `(${values.map(sqlText).join(', ')})`

/** A name in double quotes, as queries write it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`
