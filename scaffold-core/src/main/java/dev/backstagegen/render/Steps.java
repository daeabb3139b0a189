package dev.backstagegen.render;

import java.util.List;

/**
 * The way from the tables that a plugin had to those that it is to have.
 *
 * @param all the migrations, those that make tables before those that change some
 * @param left what no migration is made for
 */
public record Steps(List<Step> all, List<Leftover> left) {

    /** There is nothing to come from. */
    public static final Steps NONE = new Steps(List.of(), List.of());

    public Steps {
        all = List.copyOf(all);
        left = List.copyOf(left);
    }

    List<Step> making() {
        return all.stream().filter(step -> !step.isChange()).toList();
    }

    List<Step> changing() {
        return all.stream().filter(Step::isChange).toList();
    }
}
