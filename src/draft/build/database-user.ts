import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** Ids of clusters and instances as RDS gives them, where they are not in the ARN of a policy. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html */
const ID = /(?<![\w:/-])(cluster|db)-[A-Z\d]{20,32}\b/g
const USER = /\bauthentication failed for user "([\w.@-]{1,63})"/gi
const REGION = /\.([a-z]{2}(?:-[a-z]{3,10}){1,2}-\d)\.rds\.amazonaws\.com\b/g

/**
 * The database user that a sign-in with a token is asked of, where the text shows the id: of a cluster its own, whatever ids its
 * instances have.
 */
export function databaseUserIn(text: string, action: string): string | null {
  if (action !== 'rds-db:connect') return null
  const seen = text.slice(0, MOST_READ)
  const ids = [...seen.matchAll(ID)]
  const clusters = ids.filter(([, kind]) => kind === 'cluster')
  const id = onlyOne((clusters.length > 0 ? clusters : ids).map(([whole]) => whole))
  const user = onlyOne([...seen.matchAll(USER)].map(([, name]) => name!))
  const region = onlyOne([...seen.matchAll(REGION)].map(([, name]) => name!))
  if (id === undefined || user === undefined || region === undefined) return null
  return `arn:aws:rds-db:${region}:<account>:dbuser:${id}/${user}`
}
