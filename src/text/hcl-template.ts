const LONGEST_NAME = 120

/** An expression that is not read becomes a text in `${…}`, as templates write it, on one line and without braces. */
export const unread = (expression: string): string =>
  `\${${expression
    .trim()
    .replaceAll(/[^\w.*[\]-]+/g, '_')
    .slice(0, LONGEST_NAME)}}`

/** The text of a template: `$${` stands for `${`; what stands in `${…}` is an expression. */
export function readTemplate(raw: string): string {
  return raw.replace(/\$\$\{|\$\{([^{}]*)\}/g, (whole, expression?: string) =>
    expression === undefined ? whole.slice(1) : unread(expression),
  )
}

/** What a quoted string holds: escapes are read as JSON reads them. */
export function unescapeQuoted(raw: string): string {
  try {
    return JSON.parse(`"${raw.replaceAll(/\r?\n|\t/g, ' ')}"`) as string
  } catch {
    return raw
  }
}
