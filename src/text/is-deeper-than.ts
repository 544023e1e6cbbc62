/** Does plain data hold objects or arrays in each other more than `limit` times? Goes no deeper itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return limit === 0 || Object.values(value).some((each) => isDeeperThan(each, limit - 1))
}
