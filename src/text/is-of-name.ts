/** Does a sign belong to a name that goes on? */
export const isOfName = (char: string): boolean => /[\w-]/.test(char)
