export const MAY_IMPORT: Readonly<Record<string, readonly string[]>>
export const PURE_ROOMS: readonly string[]
export const OWNED_PACKAGES: Readonly<Record<string, readonly string[]>>
