import { expect, it } from 'vitest'
import { databaseUserIn } from './database-user'

const FAILED =
  'psql: connection to server at "tide.cluster-cabc1d2e3f4g.eu-west-1.rds.amazonaws.com", port 5432 failed: FATAL: PAM authentication failed for user "tide_app"'
const INSTANCE = 'db-W3E4R5T6Y7U8I9O0P1LKJHGFDS'
const CLUSTER = 'cluster-QJ7Z2M4X5N6B7V8C9L0KHGFD3A'

const found = (beside: string, action = 'rds-db:connect') => databaseUserIn(`${FAILED}\n${beside}`, action)

it('is that of the cluster, where the text shows ids of both', () => {
  expect(found(`${CLUSTER} True\n${INSTANCE}`)).toBe(`arn:aws:rds-db:eu-west-1:<account>:dbuser:${CLUSTER}/tide_app`)
  expect(found(INSTANCE)).toBe(`arn:aws:rds-db:eu-west-1:<account>:dbuser:${INSTANCE}/tide_app`)
})

it('is none of what only a policy names, of several, or of another action', () => {
  expect(found(`"Resource": "arn:aws:rds-db:eu-west-1:111122223333:dbuser:${INSTANCE}/tide_app"`)).toBeNull()
  expect(found(`${CLUSTER} cluster-AAAAZ2M4X5N6B7V8C9L0KHGFD3`)).toBeNull()
  expect(found(CLUSTER, 'rds:DescribeDBClusters')).toBeNull()
})
