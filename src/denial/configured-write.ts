import type { FoundCall } from './command-words'

/** A canned ACL in the settings of a program, which it sends with each object that it writes. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const ACL =
  /(?<![\w.-])["']?(?:[\w-]{0,30}[_-])?acl["']?\s?(?:=>|[:=])\s?["':]{0,2}(?<acl>public-read(?:-write)?|authenticated-read|bucket-owner-(?:full-control|read)|aws-exec-read)\b/gi

/** What a storage of Rails makes of its own setting. */
const PUBLIC = /\bservice:\s?["']?S3\b[^{}]{1,300}?\bpublic:\s?true\b/g

/** An operation that the text names: then it is told what was called. */
const NAMED = /\bwhen\scalling\sthe\s\w{3,60}\soperation\b|\b(?:List|Get|Head|Delete)(?:Object|Bucket)/

/** Does a text name the operation of S3 that was called? */
export const namesOperation = (text: string): boolean => NAMED.test(text)

/** The write of an object with the ACL that a program is set to send, where the text names no call. */
export function findConfiguredWrites(text: string): FoundCall[] {
  if (namesOperation(text)) return []
  const write = (acl: string, start: number, end: number): FoundCall => ({
    service: 's3',
    operation: 'PutObject',
    parameters: { acl },
    isWhole: false,
    range: [start, end],
  })
  return [
    ...[...text.matchAll(ACL)].map(({ 0: words, index, groups }) =>
      write(groups?.acl?.toLowerCase() ?? '', index, index + words.length),
    ),
    ...[...text.matchAll(PUBLIC)].map(({ 0: words, index }) => write('public-read', index, index + words.length)),
  ]
}
