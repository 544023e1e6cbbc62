/** Patterns as one, that takes upper and lower case for the same. */
export const either = (...all: readonly RegExp[]): RegExp => new RegExp(all.map(({ source }) => source).join('|'), 'i')
