// What is needed to open a link and to make one, as one chunk that is loaded when the first link comes.
export { askedAgain } from '../../draft/paste/asked-again'
export { linkSentence } from '../../permalink/link-messages'
export { decodeFragment, encodeDraft } from '../../permalink/permalink'
