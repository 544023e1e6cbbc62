/**
 * The prefix ahead of the keys under which a service writes to a bucket, as calls, templates and sentences name it; what goes on
 * with a part that nobody knows is none. The attributes of a load balancer stand without quotes too. The first group is the prefix.
 */
export const KEY_PREFIX =
  /\b(?:s3[_-]?key[_-]?prefix["']?(?:\s{0,20}[:=])?\s{0,3}["']?|(?:s3_?)?(?:key_?)?prefix["']?(?:\s{0,20}[:=]\s{0,3}|\s)["']|(?:access|connection)_logs\.s3\.prefix["']?(?:,\s{0,20}["']?Value["']?)?\s{0,3}[:=]\s{0,3}["']?)([\w.-](?:[\w./-]{0,200}[\w.-])?)(?![\w.${<*-]|\/[\w.${<*-])/gi
