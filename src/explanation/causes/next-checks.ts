import { lastInPath, parseArn } from '../../iam/arn'
import type { FurtherCheck } from '../answer'
import type { JudgedCase } from '../judged-case'

/** So much of a text is looked through. */
const MOST_READ = 20_000

/** A command of the AWS CLI that writes to a bucket what is here, and first lists what is there. */
const UPLOAD =
  /\baws\ss3\s(?:sync|cp|mv)\s(?!s3:\/\/)[^\s|;&]{1,200}\ss3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(\/[^\s|;&"']{0,300})?/
/** The same, that reads what is in a bucket. */
const DOWNLOAD =
  /\baws\ss3\s(?:sync|cp|mv)\ss3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(\/[^\s|;&"']{0,300})?\s(?!s3:\/\/)[^\s|;&]{1,200}/

/** What a transfer takes on the objects, where the list that it makes first was refused. */
function ofTransfer(text: string, action: string, resource: string): readonly FurtherCheck[] {
  if (action.toLowerCase() !== 's3:listbucket') return []
  const rows = [
    { reads: UPLOAD, needs: 's3:PutObject' },
    { reads: DOWNLOAD, needs: 's3:GetObject' },
  ]
  return rows.flatMap(({ reads, needs }) => {
    const [, bucket, path = '/'] = reads.exec(text) ?? []
    if (bucket === undefined || parseArn(resource)?.resource !== bucket) return []
    const folder = path.endsWith('/') ? path : `${path}/`
    return [{ principal: null, action: needs, resource: `${resource}${folder}<name>` }]
  })
}

/** Where a definition names the roles that it hands over. */
const ROLE_NAMED =
  /\b(?:task|execution|job|instance|container)_?role_?arn["']?\s{0,10}[=:]\s{0,10}["'][^"'\s]{0,80}?([\w+=,.@-]{1,64})["']/gi

/** The other roles that the same call hands over, named beside the one that was refused. */
function ofRoles(text: string, action: string, resource: string): readonly FurtherCheck[] {
  const own = lastInPath(parseArn(resource)?.resource ?? '')
  if (action.toLowerCase() !== 'iam:passrole' || own === '') return []
  const named = [...new Set([...text.matchAll(ROLE_NAMED)].map(([, name = '']) => name))]
  if (!named.includes(own)) return []
  return named
    .filter((name) => name !== own)
    .map((name) => ({ principal: null, action, resource: `${resource.slice(0, -own.length)}${name}` }))
}

/** What the same work is checked for besides, by what the text shows of it. */
export function nextChecks({ accessCase: { request, error = '' } }: JudgedCase): readonly FurtherCheck[] {
  const text = error.slice(0, MOST_READ)
  const { action, resource } = request
  return [...ofTransfer(text, action, resource), ...ofRoles(text, action, resource)]
}
