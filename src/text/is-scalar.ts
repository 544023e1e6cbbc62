/** Is it a text, a number, or true or false? */
export const isScalarValue = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
