package dev.backstagegen.rule;

import java.util.List;

/**
 * What there is to know about a rule; its page, {@code explain} and its findings are made of it.
 *
 * @param id the group and the good world, such as {@code auth/health-policy}
 * @param title the good world in a few words, without a full stop
 * @param what what the rule looks at
 * @param why what goes wrong where it is not followed
 * @param todo what to do about a finding
 * @param fixable whether its findings come with edits that repair them, at least where the case is clear
 * @param since the version of this tool that brought it
 * @param examples plugins before and after, as small as the point allows
 */
public record RuleDoc(
        String id,
        Severity severity,
        String title,
        String what,
        String why,
        String todo,
        boolean fixable,
        String since,
        List<Example> examples) {

    public RuleDoc {
        examples = List.copyOf(examples);
    }

    /** The first half of the id. */
    public String group() {
        return id.substring(0, id.indexOf('/'));
    }

    /**
     * Some files of a plugin, each after a line {@code --- path}; the rest of the plugin is none of the rule's business.
     *
     * @param bad files in which the rule has a finding
     * @param good the same files without it; what the repair makes of them, where there is one
     */
    public record Example(String bad, String good) {}
}
