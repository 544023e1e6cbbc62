/** A text with its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Words as one name, each with a capital: `GetObject`. */
export const pascalCase = (words: readonly string[]): string => words.map(capital).join('')

/** Words as one name, each but the first with a capital: `roleArn`. */
export const camelCase = ([first = '', ...rest]: readonly string[]): string => first + pascalCase(rest)

/** A name with its words apart where capitals tell them: of `DBInstance` and `dbInstance` `DB Instance` and `db Instance`. */
export const wordsApart = (name: string): string =>
  name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
