/** A name as an event of S3 writes it, with what stands for other characters in it. */
const CODED_KEY =
  /(?:\bkey["']?\]?(?:\sfrom\s[^\n:=]{1,20})?\s?(?:[=:]|->)\s?["']?|\bs3:\/\/[a-z\d.-]{3,63}\/)([^\s"',&]{0,200}(?:%[\dA-F]{2}|\+)[^\s"',&]{0,200})/gi

/** That the name is taken from an event as it stands there. */
const OF_EVENT = /\bkey\sfrom\s[^\n:=]{0,15}\bevent\b|\bobject["']?\]?(?:\[["']|\.)key\b/i

/** That it is decoded first. */
const IS_DECODED = /\bunquote(?:_plus)?\(|\bdecodeURIComponent\(|\burldecode\b/i

/** What stands in a name that an event of S3 wrote; null where it can't be read so. */
function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/**
 * Where a text asks for an object by the coded form that an event of S3 writes, and also shows it under its plain name or says that the name is an event’s.
 */
export function codedObjectKey(text: string): RegExpExecArray | null {
  const found = [...text.matchAll(CODED_KEY)].find(([, name = '']) => {
    const meant = decoded(name)
    if (meant === null || meant === name) return false
    const last = meant.split('/').at(-1) ?? ''
    return last.length > 2 && (text.includes(last) || (OF_EVENT.test(text) && !IS_DECODED.test(text)))
  })
  return found ?? null
}
