// What is said of each row that the knowledge of AWS has, as a part of its own.
import '../knowledge/row-messages'
