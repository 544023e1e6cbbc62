/** The AWS SDK and the calls on it: one chunk, loaded when it is first needed. */
export const loadLive = () => import('../../../aws/live')
