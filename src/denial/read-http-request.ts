import { own } from '../text/own'
import type { FoundCall } from './command-words'

/** A host of S3 or of Lambda; what stands in front of the service names a bucket or an access point. */
const HOST =
  '(?<host>(?:[a-z\\d][\\w.-]{1,90}\\.)?(?:s3|lambda)(?:-accesspoint|-accelerate|-fips)?(?:\\.dualstack)?(?:[.-][a-z\\d-]{2,20})?\\.amazonaws\\.com(?:\\.cn)?)(?::\\d{2,5})?'
const METHOD = '(?<method>GET|PUT|POST|HEAD|DELETE)'
const PATH = '(?<path>\\/[^\\s"\'`<>]{0,1500})?'

/** Requests as clients and debug logs write them. */
const FORMS: readonly RegExp[] = [
  // The method and the URL.
  new RegExp(`(?<![\\w"])${METHOD}\\s["']?https?:\\/\\/${HOST}${PATH}`, 'g'),
  // The request line, and the headers below it.
  new RegExp(
    `(?<![\\w"/])${METHOD}\\s(?<path>\\/\\S{0,1500})(?:\\sHTTP\\/[\\d.]{1,3})?(?<above>(?:\\n{1,2}(?:[A-Za-z][\\w-]{1,60}:|\\*{3}\\s)[^\\n]{0,400}){0,15}?)\\n{1,2}[Hh]ost:\\s?${HOST}(?<below>(?:\\n{1,2}[A-Za-z][\\w-]{1,60}:[^\\n]{0,400}){0,20})`,
    'g',
  ),
  // The URL, and the method behind it.
  new RegExp(`(?<![\\w"])https?:\\/\\/${HOST}${PATH}[^\\n]{0,160}?\\bmethod=${METHOD}\\b`, 'g'),
  // The log of Python's connections.
  new RegExp(`\\bhttps?:\\/\\/${HOST}\\s"${METHOD}\\s(?<path>\\/\\S{0,1500})\\sHTTP`, 'g'),
]

const HEADER = /\n(?<name>[a-z][\w-]{1,60}):\s?(?<value>[^\n]{0,400})/gi

/** Operations on an object, by the method; each by the part of the query that names another. */
const ON_OBJECT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' },
  acl: { GET: 'GetObjectAcl', PUT: 'PutObjectAcl' },
  tagging: { GET: 'GetObjectTagging', PUT: 'PutObjectTagging', DELETE: 'DeleteObjectTagging' },
  uploads: { POST: 'CreateMultipartUpload' },
  uploadId: {
    GET: 'ListParts',
    PUT: 'UploadPart',
    POST: 'CompleteMultipartUpload',
    DELETE: 'AbortMultipartUpload',
  },
  retention: { GET: 'GetObjectRetention', PUT: 'PutObjectRetention' },
  'legal-hold': { GET: 'GetObjectLegalHold', PUT: 'PutObjectLegalHold' },
  restore: { POST: 'RestoreObject' },
}

/** Operations on a bucket, likewise. */
const ON_BUCKET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { GET: 'ListObjects', HEAD: 'HeadBucket', PUT: 'CreateBucket', DELETE: 'DeleteBucket' },
  'list-type': { GET: 'ListObjectsV2' },
  versions: { GET: 'ListObjectVersions' },
  uploads: { GET: 'ListMultipartUploads' },
  delete: { POST: 'DeleteObjects' },
  location: { GET: 'GetBucketLocation' },
  versioning: { GET: 'GetBucketVersioning', PUT: 'PutBucketVersioning' },
  policy: { GET: 'GetBucketPolicy', PUT: 'PutBucketPolicy', DELETE: 'DeleteBucketPolicy' },
  acl: { GET: 'GetBucketAcl', PUT: 'PutBucketAcl' },
  tagging: { GET: 'GetBucketTagging', PUT: 'PutBucketTagging', DELETE: 'DeleteBucketTagging' },
  encryption: { GET: 'GetBucketEncryption', PUT: 'PutBucketEncryption', DELETE: 'DeleteBucketEncryption' },
  cors: { GET: 'GetBucketCors', PUT: 'PutBucketCors', DELETE: 'DeleteBucketCors' },
  publicAccessBlock: { GET: 'GetPublicAccessBlock', PUT: 'PutPublicAccessBlock' },
}

/** What is kept of a path in code: a name with percent signs is read as it was meant. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Place = Readonly<Record<string, string>>

/** The bucket, or the access point, that a host and a path name, and the key. */
function placeOf(host: string, path: string): Place | null {
  const [, first = '', kind = '', region = ''] =
    /^(?:(.+)\.)?s3(-accesspoint|-accelerate|-fips)?(?:\.dualstack)?(?:[.-]((?:[a-z]{2,3}-)+[a-z]{2,12}-\d))?\.amazonaws\.com/.exec(
      host,
    ) ?? []
  const where = region === '' ? {} : { region }
  const [, name = '', account = ''] = kind === '-accesspoint' ? (/^(.+)-(\d{12})$/.exec(first) ?? []) : []
  if (kind === '-accesspoint')
    return name === ''
      ? null
      : { ...where, bucket: `arn:aws:s3:${region}:${account}:accesspoint/${name}`, key: path.slice(1) }
  if (first !== '') return { ...where, bucket: first, key: path.slice(1) }
  const [, bucket = '', key = ''] = /^\/([a-z\d][\w.-]{1,62})(?:\/(.*))?$/s.exec(path) ?? []
  return bucket === '' ? null : { ...where, bucket, key }
}

type Parts = Pick<FoundCall, 'service' | 'operation' | 'parameters'>

function toS3(method: string, host: string, path: string, query: string, headers: Place): Parts | null {
  const place = placeOf(host, decoded(path))
  if (place === null)
    return method === 'GET' && path === '/' ? { service: 's3', operation: 'ListBuckets', parameters: {} } : null
  const { key = '', ...bucket } = place
  const asked = new Map(
    query.split('&').map((one): readonly [string, string] => {
      const [name = '', value = ''] = one.split('=', 2)
      return [name, decoded(value)]
    }),
  )
  const table = key === '' ? ON_BUCKET : ON_OBJECT
  const part = Object.keys(table).find((name) => name !== '' && asked.has(name)) ?? ''
  const found = own(own(table, part) ?? {}, method)
  if (found === undefined) return null
  const [version, prefix] = [asked.get('versionId'), asked.get('prefix')]
  const { 'x-amz-copy-source': source, ...others } = headers
  return {
    service: 's3',
    operation: source === undefined ? found : found === 'UploadPart' ? 'UploadPartCopy' : 'CopyObject',
    parameters: {
      ...others,
      ...bucket,
      ...(key === '' ? {} : { key }),
      ...(source === undefined ? {} : { copySource: decoded(source).replace(/^\//, '') }),
      ...(version === undefined ? {} : { versionId: version }),
      ...(prefix === undefined || prefix === '' ? {} : { prefix }),
    },
  }
}

/** The headers of a request that say what is asked for. */
const ofAmazon = (headers: Place): Place =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(?:x-amz-(?!date|content|security|id|request)|referer$)/.test(name)),
  )

/** The operation of S3 that a request asks for, with what its path, query and headers, by their names in lower case, say. */
export const requestToS3 = (method: string, host: string, path: string, query: string, headers: Place): Parts | null =>
  toS3(method, host, path, query, ofAmazon(headers))

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function toLambda(method: string, path: string): Parts | null {
  const name =
    method === 'POST' ? /^\/[\d-]{10}\/functions\/([^/]{1,170})\/invocations$/.exec(decoded(path))?.[1] : undefined
  return name === undefined ? null : { service: 'lambda', operation: 'Invoke', parameters: { functionName: name } }
}

const SIGNED = /X-Amz-Signature=|[?&]Signature=/i
/** Clients that sign nothing by themselves. */
const UNSIGNING = /^(?:curl|wget|mozilla)\b/i

/** The requests to S3 and Lambda that stand in the text, in order of their forms. */
export function findHttpRequests(text: string): FoundCall[] {
  if (!text.includes('.amazonaws.com')) return []
  return FORMS.flatMap((form) => [...text.matchAll(form)]).flatMap(({ 0: words, index, groups = {} }): FoundCall[] => {
    const { method = '', host = '', above = '', below = '' } = groups
    const [path = '/', query = ''] = (groups.path ?? '/').split('?', 2)
    const headers = Object.fromEntries(
      [...`${above}${below}`.matchAll(HEADER)].map(({ groups: of }) => [
        of?.name?.toLowerCase() ?? '',
        of?.value ?? '',
      ]),
    )
    const call = /(?:^|\.)lambda[.-]/.test(host)
      ? toLambda(method, path)
      : requestToS3(method, host, path, query, headers)
    if (call === null) return []
    const isUnsigned =
      UNSIGNING.test(headers['user-agent'] ?? '') && headers.authorization === undefined && !SIGNED.test(query)
    return [
      { ...call, isWhole: false, ...(isUnsigned ? { isUnsigned: true } : {}), range: [index, index + words.length] },
    ]
  })
}
