package dev.backstagegen.rule;

import dev.backstagegen.rule.code.Plugin;
import java.util.List;

/**
 * One best practice: what it says, and where a plugin does not follow it.
 *
 * <p>A check is pure, and it speaks only where the syntax tree proves the point; what it cannot follow is good.
 */
public interface Rule {

    RuleDoc doc();

    /** Where the plugin breaks this rule, with the repair where there is one. The order does not matter. */
    List<Finding> check(Plugin plugin);
}
