// Whatever is said of any case: for who does not fetch it by parts.
import './late-given'
import './late-rows'
