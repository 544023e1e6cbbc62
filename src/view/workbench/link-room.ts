// What is needed to open a link, as one chunk that is loaded when the first link comes.
export { LINK_MESSAGES } from '../../permalink/link-messages'
export { decodeFragment } from '../../permalink/permalink'
