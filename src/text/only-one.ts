/** The one value of several that are the same; nothing where they differ, or there is none. */
export const onlyOne = <T>(found: Iterable<T>): T | undefined => {
  const [one, ...more] = new Set(found)
  return more.length === 0 ? one : undefined
}
