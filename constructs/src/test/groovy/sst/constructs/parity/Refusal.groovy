package sst.constructs.parity

import java.util.regex.Pattern

import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic

/** Whether we refuse for the reason that SST v2 refused for: the same kind of mistake, about the same thing. */
class Refusal {
    private static final Set<Code> EXCLUDED = EnumSet.of(Code.CONFLICT, Code.DUPLICATE_ID, Code.INVALID_VALUE)
    private static final Set<Code> LACKING = EnumSet.of(Code.MISSING_PROP, Code.CONFLICT, Code.INVALID_VALUE)
    private static final Set<Code> WRONG = EnumSet.of(Code.INVALID_VALUE, Code.INVALID_NAME, Code.WRONG_TYPE)
    private static final Set<Code> UNKNOWN = EnumSet.of(Code.INVALID_VALUE, Code.UNKNOWN_CONSTRUCT, Code.CONFLICT)
    private static final Set<Code> FILES = EnumSet.of(Code.MISSING_FILE, Code.BUILD_FAILED, Code.MISSING_PROP)

    private static final Set<String> GENERAL = ['cannot', 'bind', 'attach', 'permissions', 'invalid', 'please', 'define', 'defined',
            'enable', 'specified', 'supported', 'already', 'exists', 'failed', 'build', 'needs', 'there', 'found', 'could',
            'provide', 'least', 'configured', 'hosted', 'following', 'value', 'settings', 'import', 'creating', 'function',
            'credentials', 'managed'] as Set

    /** Refusals that say nothing about the test: the product lacks what it uses. */
    private static final Set<Code> LACKS = EnumSet.of(Code.UNSUPPORTED, Code.UNKNOWN_PROPERTY, Code.UNKNOWN_METHOD, Code.CDK_FAILED)

    /** What SST says, and the codes that are ours for it; the first that is found counts. */
    private static final Map<Pattern, Set<Code>> KINDS = [
            (~/(?i)has been replaced/)                                                  : EnumSet.of(Code.UNKNOWN_PROPERTY, Code.CONFLICT),
            (~/(?i)^do not (set|configure)/)                                            : EnumSet.of(Code.CONFLICT, Code.UNKNOWN_PROPERTY, Code.INVALID_VALUE),
            (~/(?i)not supported/)                                                      : EnumSet.of(Code.UNSUPPORTED, Code.INVALID_VALUE, Code.WRONG_TYPE),
            (~/(?i)no such file|could not find file|cannot find a handler|no site found|no path found|no build output|dockerfile/): FILES,
            (~/(?i)failed to build/)                                                    : EnumSet.of(Code.BUILD_FAILED, Code.MISSING_FILE),
            (~/(?i)cannot find|not found|cannot bind|cannot attach/)                    : UNKNOWN,
            (~/(?i)^missing|also need|need to provide|is required|^no |please (define|enable)/): LACKING,
            (~/(?i)already exists|more than|cannot|do not|use either|instead of|without|only be configured|only supported/): EXCLUDED,
            (~/(?i)invalid|must|needs to be|expected|supported value|following/)        : WRONG,
    ]

    /** Why the refusal is another one; empty when it is the same. */
    static String differs(Object match, List<Diagnostic> ours) {
        String theirs = match instanceof Map ? TemplateMatcher.regex(match) : match instanceof String ? Pattern.quote(match) : ''
        if (ours.any { (it.summary() =~ theirs).find() && !theirs.empty }) {
            return ''
        }
        String plain = theirs.replaceAll(/\\([^A-Za-z0-9])/, '$1')
        Set<Code> kinds = KINDS.find { (plain =~ it.key).find() }?.value
        boolean isKind = ours.any { kinds == null ? !(it.code() in LACKS) : it.code() in kinds }
        if (!isKind) {
            return "refused as ${ours*.code()} (${ours*.summary().join('; ')}), wanted: $plain"
        }
        terms(plain).empty || ours.any { about(it, terms(plain)) } ? '' : "refused for '${ours*.summary().join('; ')}', wanted: $plain"
    }

    private static boolean about(Diagnostic ours, List<String> terms) {
        String text = plain("${ours.summary()} ${ours.detail()} ${ours.hint()} ${ours.subject()}")
        terms.any { text.contains(plain(it)) || parts(it).every { part -> text.contains(part) } }
    }

    /** What SST's message names: quoted names without what they belong to, else every word that says what it is about. */
    private static List<String> terms(String message) {
        List<String> quoted = (message =~ /"([^"]+)"/).collect { it[1].toString().tokenize('.').last() }
        List<String> words = message.tokenize(' .\'"()/:')
        quoted ?: words.size() == 1 ? words : words.findAll { it.length() > 3 && !(it.toLowerCase(Locale.ROOT) in GENERAL) }
    }

    private static List<String> parts(String term) {
        term.split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/)*.toLowerCase().findAll { it.length() > 2 } ?: [term.toLowerCase()]
    }

    private static String plain(String text) {
        text.toLowerCase(Locale.ROOT).replaceAll(/[^a-z0-9]/, '')
    }
}
