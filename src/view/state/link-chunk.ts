// What is needed to open a link and to make one, as one chunk that is loaded when the first link comes.
export { linkSentence } from '../../permalink/link-messages'
export { decodeFragment, encodeDraft } from '../../permalink/permalink'
