/** So far is a line set in that goes on from the one before, beyond the beginning of that, in characters. */
const DEEPER = 2

/**
 * The style of a line of code that may go on below: what goes on is set in deeper than the line begins. `left` is where
 * the text begins and `sign` the room for the sign before it, both in rem.
 */
export function hanging(
  text: string,
  left: number,
  sign: number,
): { readonly paddingLeft: string; readonly textIndent: string } {
  const indent = text.length - text.trimStart().length + DEEPER
  return { paddingLeft: `calc(${left}rem + ${indent}ch)`, textIndent: `calc(-${sign}rem - ${indent}ch)` }
}
