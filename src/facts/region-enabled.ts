/** What the command that lists Regions prints of one that the account has on. */
export const REGION_ENABLED =
  /\bRegionOptStatus["']?\s?[:=]\s?["']?ENABLED\b|\bget-region-opt-status\b[^\n]{0,200}\n\s{0,8}["']?ENABLED\b/
