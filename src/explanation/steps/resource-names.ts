/** The last part of a resource's name: of "role/app/Reader" it is "Reader". */
export const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)

/** A resource's name without its type: of "repository/team/app" it is "team/app". */
export const withoutType = (name: string): string => {
  const ends = [name.indexOf('/'), name.indexOf(':')].filter((at) => at >= 0)
  return ends.length === 0 ? name : name.slice(Math.min(...ends) + 1)
}

/** The name of an S3 access point; null where the resource is none. */
export const accessPointName = (name: string): string | null =>
  name.startsWith('accesspoint/') ? (name.split('/')[1] ?? null) : null
