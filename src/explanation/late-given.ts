// Whatever needs a policy to be given, as a part of its own.
import '../draft/build/pasted-values'
import '../knowledge/find-in-tests'
import './findings/explain-findings'
