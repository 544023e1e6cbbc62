import type { FoundCall } from './command-words'

/** A command that asks S3 for an object without a signature. */
const COMMAND =
  /\b(?:curl|wget)\s(?<options>[^\n]{0,300}?)["']?https?:\/\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\.s3[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/(?<key>[^\s"'`?<>]{1,1024})(?<rest>[^\n]{0,1000})/g

const SIGNED = /--aws-sigv4|X-Amz-(?:Signature|Algorithm|Credential)|[?&]Signature=|Authorization:/i
const REFERER = /(?:\s|^)(?:-e|--referer)[\s=]["']?(?<one>[^\s"']{1,300})|\bReferer:\s?(?<two>[^\s"']{1,300})/i

/** The requests of curl and wget to S3 that stand in the text, in order: those that nobody signed. */
export function findHttpCommands(text: string): FoundCall[] {
  if (!text.includes('amazonaws.com')) return []
  return [...text.matchAll(COMMAND)].flatMap(({ 0: words, index, groups }): FoundCall[] => {
    const { options = '', bucket = '', key = '', rest = '' } = groups ?? {}
    if (SIGNED.test(options) || SIGNED.test(rest)) return []
    const sent = REFERER.exec(`${options} ${rest}`)?.groups
    const referer = sent?.one ?? sent?.two
    const parameters = { bucket, key, ...(referer === undefined ? {} : { referer }) }
    return [
      {
        service: 's3',
        operation: 'GetObject',
        parameters,
        isWhole: true,
        isUnsigned: true,
        range: [index, index + words.length],
      },
    ]
  })
}
