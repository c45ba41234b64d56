package sst.local.conformance

/** A client that we did not write. It takes AWS's operations and members by name, and gives what came back the same way. */
interface Driver extends Closeable {
    /** The members of the answer; bytes as UTF-8 text. */
    Answer call(String service, String operation, Map<String, Object> input)

    /** What a call ended in; {@code code} and {@code text} are empty when it went well. */
    static record Answer(Map<String, Object> output, String code, String text) {
        static Answer of(Map<String, Object> output) {
            new Answer(output, '', '')
        }

        static Answer failed(String code, String text) {
            new Answer([:], code ?: '', text ?: '')
        }
    }
}
