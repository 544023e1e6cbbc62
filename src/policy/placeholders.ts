/**
 * Policy variables have a key of one colon, or are the escapes of `*`, `?` and `$`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const VARIABLE = /^(?:[*?$]|[^:]+:[^:].*)$/

/** The names in `${…}` that are no policy variables: templates fill them in at deployment. */
export function placeholdersIn(text: string): readonly string[] {
  if (!text.includes('${')) return []
  const names = [...text.matchAll(/\$\{([^{}\n]{1,200})\}/g)].map(([, name]) => name!.trim())
  return [...new Set(names.filter((name) => !VARIABLE.test(name)))]
}

/** A text with values in the place of placeholders; those without a value stay. */
export function fillPlaceholders(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{([^{}\n]{1,200})\}/g, (whole, name: string) => values.get(name.trim()) ?? whole)
}

/** The texts of a document that stand for something that is not written: references of templates, and ellipses. */
export function holesIn(text: string): readonly string[] {
  const ellipses = ['...', '…'].filter((ellipsis) => text.includes(ellipsis))
  return [...placeholdersIn(text).map((name) => `\${${name}}`), ...ellipses]
}
