/** The parts of a request that name who asks for what on which thing. */
export const REQUEST_PARTS = ['principal', 'action', 'resource'] as const
