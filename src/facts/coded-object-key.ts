/** A name as an event of S3 writes it, with what stands for other characters in it. */
const CODED_KEY =
  /(?:\bkey["']?\s?[=:]\s?["']?|\bs3:\/\/[a-z\d.-]{3,63}\/)([^\s"',&]{0,200}(?:%[\dA-F]{2}|\+)[^\s"',&]{0,200})/gi

/** What stands in a name that an event of S3 wrote; null where it can't be read so. */
function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/**
 * Where a text asks for an object by the coded form that an event of S3 writes, and also shows it under its plain name.
 */
export function codedObjectKey(text: string): RegExpExecArray | null {
  const found = [...text.matchAll(CODED_KEY)].find(([, name = '']) => {
    const meant = decoded(name)
    if (meant === null || meant === name) return false
    const last = meant.split('/').at(-1) ?? ''
    return last.length > 2 && text.includes(last)
  })
  return found ?? null
}
