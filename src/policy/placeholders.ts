/**
 * Policy variables have a key of one colon, or are the escapes of `*`, `?` and `$`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const VARIABLE = /^(?:[*?$]|[^:]+:[^:].*)$/

/** What the Serverless Framework fills in looks like one: `${self:service}`, `${aws:accountId}`. */
const OF_SERVERLESS = /^(?:(?:self|opt|env|sls|cf|param):|aws:(?:accountId|region)$)/

const BRACED = /\$\{([^{}\n]{1,200})\}/g
const NO_NAMES: readonly string[] = []

/** The names in `${…}` that are no policy variables: templates fill them in at deployment. */
export function placeholdersIn(text: string): readonly string[] {
  if (!text.includes('${')) return NO_NAMES
  let names: Set<string> | null = null
  BRACED.lastIndex = 0
  for (let match = BRACED.exec(text); match !== null; match = BRACED.exec(text)) {
    const name = (match[1] as string).trim()
    if (!VARIABLE.test(name) || OF_SERVERLESS.test(name)) (names ??= new Set<string>()).add(name)
  }
  return names === null ? NO_NAMES : [...names]
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
