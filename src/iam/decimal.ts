/** An exact decimal number: sign, digits without zeros at either end, and the power of ten of the last digit. */
export interface Decimal {
  readonly negative: boolean
  readonly digits: string
  readonly exponent: number
}

const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,9}))?$/i

/** A number as IAM reads it (`01`, `+1`, `1.` and `1e0` are all 1), or null for any other text. */
export function parseDecimal(text: string): Decimal | null {
  const match = SHAPE.exec(text)
  if (match === null) return null
  const [, sign, whole = '', fraction = '', power = '0'] = match
  const all = whole + fraction
  if (all === '') return null
  let start = 0
  while (start < all.length && all.charCodeAt(start) === 48) start++
  let end = all.length
  while (end > start && all.charCodeAt(end - 1) === 48) end--
  if (start === end) return { negative: false, digits: '', exponent: 0 }
  return {
    negative: sign === '-',
    digits: all.slice(start, end),
    exponent: Number(power) - fraction.length + (all.length - end),
  }
}

/** Less than zero, zero or more than zero, as the first number is below, equal to or above the second. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const signA = a.digits === '' ? 0 : a.negative ? -1 : 1
  const signB = b.digits === '' ? 0 : b.negative ? -1 : 1
  if (signA !== signB || signA === 0) return signA - signB
  const magnitude = a.exponent + a.digits.length - (b.exponent + b.digits.length)
  if (magnitude !== 0) return magnitude * signA
  if (a.digits === b.digits) return 0
  return (a.digits < b.digits ? -1 : 1) * signA
}
