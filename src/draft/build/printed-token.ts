import type { LabelledValue } from '../../text/labelled-values'

/** The one value that a printed token has for a claim; null: none, several, or one to be filled in. */
export function printedValue(claim: string, labels: readonly LabelledValue[]): string | null {
  const [value, ...others] = new Set(labels.filter(({ name }) => name === claim).flatMap(({ values }) => values))
  return value === undefined || others.length > 0 || /[*<>${}]/.test(value) ? null : value
}

/** The issuer whose token a text prints, as the keys of its claims begin; null: no token is printed, or several are. */
export function printedIssuer(labels: readonly LabelledValue[]): string | null {
  const issuer = printedValue('iss', labels)
  return issuer?.startsWith('https://') === true ? issuer.slice('https://'.length).replace(/\/$/, '') : null
}
